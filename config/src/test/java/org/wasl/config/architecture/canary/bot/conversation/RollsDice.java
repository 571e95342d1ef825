package org.wasl.config.architecture.canary.bot.conversation;

import java.util.Random;

final class RollsDice {

    int roll() {
        return new Random().nextInt(6);
    }
}
