package org.wasl.config.architecture.canary.bot.guard;

import org.wasl.config.architecture.canary.config.Planted;

record KnowsConfig(Planted planted) {}
