package org.wasl.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LoopbackOnly.class)
class LoopbackOnlyTest {

    /** An address reserved for documentation (RFC 5737): nobody is there, should the refusal fail. */
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.1", 9);

    @Test
    void refusesASocketThatLeavesTheMachine() throws IOException {
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(ELSEWHERE, 200)).isInstanceOf(SecurityException.class);
        }
    }

    @Test
    void refusesAChannelThatLeavesTheMachine() throws IOException {
        try (SocketChannel channel = SocketChannel.open()) {
            assertThatThrownBy(() -> channel.connect(ELSEWHERE)).isInstanceOf(SecurityException.class);
        }
    }

    @Test
    void allowsLoopback() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket()) {
            socket.connect(server.getLocalSocketAddress(), 2_000);
            assertThat(socket.isConnected()).isTrue();
        }
    }
}
