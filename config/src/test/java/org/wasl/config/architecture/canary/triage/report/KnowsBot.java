package org.wasl.config.architecture.canary.triage.report;

import org.wasl.config.architecture.canary.bot.channel.Planted;

record KnowsBot(Planted planted) {}
