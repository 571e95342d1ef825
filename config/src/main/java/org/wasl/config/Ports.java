package org.wasl.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Looks at a node's address before anything is started on it. */
final class Ports {

    private Ports() {}

    /** The same, with a free port chosen where none was asked for. */
    static HouseSettings.Listen check(
            String key, HouseSettings.Listen listen, boolean beyondLoopback, Problems problems) {
        InetAddress address;
        try {
            address = InetAddress.getByName(listen.address());
        } catch (UnknownHostException e) {
            problems.add(key + ".address: not an address of this machine (expected: 127.0.0.1)");
            return listen;
        }
        if (!address.isLoopbackAddress() && !beyondLoopback) {
            problems.add(key + ".address: not loopback (expected: 127.0.0.1, or wasl.beyond-loopback=true)");
            return listen;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, listen.port()));
            return new HouseSettings.Listen(listen.address(), socket.getLocalPort());
        } catch (IOException e) {
            problems.add(key + ".port: " + listen.port() + " is taken or forbidden (expected: a free port; set " + key
                    + ".port)");
            return listen;
        }
    }
}
