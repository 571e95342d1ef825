package org.wasl.config.start;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a start of one jar is prepared with: the same jar unpacked, and the classes of a start as the JVM keeps them. Its
 * name holds a digest of what is in the jar, so that a jar with other content never finds it.
 *
 * @param path beside the jar
 * @param ending what stands in its name where the jar's has {@code .jar}
 */
record PreparedFolder(Path path, String ending) {

    static final String THIN = "wasl.jar";
    static final String CLASSES = "classes.aot";

    private static final String JAR = ".jar";
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int DIGEST_BYTES = 8;

    /** Where that of the jar this process was started from is, or would be; empty when it was started otherwise. */
    static Optional<PreparedFolder> ofThisProcess() throws IOException {
        return ofClassPath(System.getProperty("java.class.path", ""));
    }

    /** A class path that is one jar with libraries inside is such a start. */
    static Optional<PreparedFolder> ofClassPath(String classPath) throws IOException {
        if (!classPath.endsWith(JAR) || classPath.contains(System.getProperty("path.separator"))) {
            return Optional.empty();
        }
        return Optional.of(of(Path.of(classPath).toAbsolutePath()));
    }

    static PreparedFolder of(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        String ending = "-start-" + digest(jar);
        return new PreparedFolder(jar.resolveSibling(name.substring(0, name.length() - JAR.length()) + ending), ending);
    }

    /** The jar without its libraries, which lie beside it. */
    Path jar() {
        return path.resolve(THIN);
    }

    /** The classes; there only once they are whole. */
    Path classes() {
        return path.resolve(CLASSES);
    }

    boolean complete() {
        return Files.isReadable(classes()) && Files.isReadable(jar());
    }

    /** Of the jar's table of contents, which holds a checksum of everything in it. */
    private static String digest(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_RECORD + LONGEST_COMMENT);
            ByteBuffer tail = read(file, file.length() - length, length);
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (tail.getInt(at) == END_SIGNATURE) {
                    int size = tail.getInt(at + 12);
                    long from = Integer.toUnsignedLong(tail.getInt(at + 16));
                    byte[] digest = MessageDigest.getInstance("SHA-256")
                            .digest(read(file, from, size).array());
                    return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
                }
            }
            throw new IOException("no table of contents");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long from, int length) throws IOException {
        byte[] read = new byte[length];
        file.seek(from);
        file.readFully(read);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }
}
