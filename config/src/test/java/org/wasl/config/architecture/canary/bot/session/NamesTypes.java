package org.wasl.config.architecture.canary.bot.session;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
record NamesTypes(int number) {}
