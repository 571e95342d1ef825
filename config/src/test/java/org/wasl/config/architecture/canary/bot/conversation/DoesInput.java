package org.wasl.config.architecture.canary.bot.conversation;

import java.net.Socket;

record DoesInput(Socket socket) {}
