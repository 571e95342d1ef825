package org.wasl.config.architecture.canary.bot.channel;

import org.wasl.config.architecture.canary.bot.conversation.Step;

record KnowsDialogue(Step step) {}
