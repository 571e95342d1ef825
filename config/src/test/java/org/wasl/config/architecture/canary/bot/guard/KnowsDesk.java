package org.wasl.config.architecture.canary.bot.guard;

import org.wasl.config.architecture.canary.admin.inbox.Planted;

record KnowsDesk(Planted planted) {}
