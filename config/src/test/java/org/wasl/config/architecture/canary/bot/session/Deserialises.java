package org.wasl.config.architecture.canary.bot.session;

import java.io.ObjectInputStream;

record Deserialises(ObjectInputStream stream) {}
