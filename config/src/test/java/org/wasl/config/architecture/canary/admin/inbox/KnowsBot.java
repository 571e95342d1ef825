package org.wasl.config.architecture.canary.admin.inbox;

record KnowsBot(org.wasl.config.architecture.canary.bot.channel.Planted planted) {}
