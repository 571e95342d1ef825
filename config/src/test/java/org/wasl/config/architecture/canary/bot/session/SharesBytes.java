package org.wasl.config.architecture.canary.bot.session;

record SharesBytes(byte[] bytes) {}
