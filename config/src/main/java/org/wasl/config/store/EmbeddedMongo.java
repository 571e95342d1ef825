package org.wasl.config.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.h2.mvstore.MVStoreException;

/**
 * The document store that comes with Wasl: MongoDB's protocol over one encrypted file, on loopback and a random port.
 * What it acknowledged is on disk. It has no sign-in of its own: any process of this machine can talk to it, which is
 * one reason why the all-in-one is for trial.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String DATABASE = "wasl";

    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedMongo(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Opens the file, or makes it. {@code keyFile} is made on first use, readable by its owner only.
     *
     * @throws StoreRefused if the file does not open with the key
     */
    public static EmbeddedMongo start(Path folder, Path keyFile, int cacheMegabytes, SecureRandom random) {
        Path file = folder.resolve("desk.store");
        char[] key = key(keyFile, Files.exists(file), random);
        try {
            Files.createDirectories(folder);
            MongoServer server = new MongoServer(SyncH2Backend.open(file.toString(), key, cacheMegabytes));
            return new EmbeddedMongo(server, bound(server));
        } catch (MVStoreException e) {
            throw new StoreRefused(
                    "document store: " + file + " does not open with the key in " + keyFile
                            + " (expected: the key it was made with, and a file nobody else has open)",
                    e);
        } catch (IOException e) {
            throw new StoreRefused("document store: " + folder + " cannot be written", e);
        } finally {
            Arrays.fill(key, '\0');
        }
    }

    /** Where drivers connect. */
    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort() + "/" + DATABASE;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static InetSocketAddress bound(MongoServer server) {
        server.bind("127.0.0.1", 0);
        return server.getLocalAddress();
    }

    private static char[] key(Path keyFile, boolean storeExists, SecureRandom random) {
        if (storeExists && !Files.exists(keyFile)) {
            throw new StoreRefused("document store: its key file " + keyFile + " is missing (expected: the key the"
                    + " store was made with; without it the store cannot be read)");
        }
        return SecretFile.readOrMake(keyFile, random).toCharArray();
    }
}
