package org.wasl.config.architecture.canary.bot.session;

final class Prints {

    void print() {
        System.out.println("printed");
    }
}
