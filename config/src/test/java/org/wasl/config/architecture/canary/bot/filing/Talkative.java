package org.wasl.config.architecture.canary.bot.filing;

record Talkative(String receipt) {}
