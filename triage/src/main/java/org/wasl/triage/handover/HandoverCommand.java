package org.wasl.triage.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.Verifier;

/**
 * What a partner runs: once to make a key of their own, and then for each file that reaches them. Nothing goes over a
 * network.
 */
public final class HandoverCommand {
    public static final int DONE = 0;
    public static final int USAGE = 2;
    public static final int REFUSED = 3;
    public static final int BROKEN = 4;

    private static final int KEY = 32;
    private static final int LARGEST = 1 << 20;
    private static final String HELP = """
            Usage: java -jar wasl-triage.jar handover new-key <private-key-file>
                   java -jar wasl-triage.jar handover open <private-key-file> <desk-verify.public> < bundle > handover.html

            new-key  makes your key. The file stays with you; send the desk the public key that is printed, and compare
                     its fingerprint, which the desk shows as well, by telephone.
            open     opens what the desk sealed to your key and checks that this desk signed it; desk-verify.public is
                     the desk's public key, which it gives you once.
            """;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final SecureRandom random;

    public HandoverCommand(InputStream in, OutputStream out, PrintStream err, SecureRandom random) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.random = random;
    }

    /** Runs it, and says how the program ends. */
    public int run(List<String> arguments) {
        try {
            if (arguments.size() == 2 && arguments.getFirst().equals("new-key")) {
                return newKey(Path.of(arguments.get(1)));
            }
            if (arguments.size() == 3 && arguments.getFirst().equals("open")) {
                return open(Path.of(arguments.get(1)), Path.of(arguments.get(2)));
            }
        } catch (FileAlreadyExistsException there) {
            err.println("the key file is there already; nothing was written");
            return BROKEN;
        } catch (IOException broken) {
            err.println("input or output broke: " + broken.getClass().getSimpleName());
            return BROKEN;
        } catch (IllegalArgumentException wrong) {
            err.println("not a key of ours: " + wrong.getMessage());
            return REFUSED;
        }
        err.print(HELP);
        return USAGE;
    }

    private int newKey(Path file) throws IOException {
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.WRITE);
        String published = Opener.publicKeyOf(Bytes.copyOf(key)).toHex();
        out.write(("public key:  " + published + "\nfingerprint: " + PartnerKey.fingerprint(published) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        return DONE;
    }

    private int open(Path keyFile, Path senderFile) throws IOException {
        String key = Files.readString(keyFile).strip();
        if (!key.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("private key file (expected: 64 hexadecimal digits)");
        }
        Verifier sender = Verifier.of(Bytes.copyOf(Files.readAllBytes(senderFile)));
        byte[] file = in.readNBytes(LARGEST);
        return switch (new BundleOpener(Bytes.ofHex(key), sender).open(Bytes.copyOf(file))) {
            case Opening.Opened<Bytes> opened -> {
                out.write(opened.entry().toArray());
                out.flush();
                err.println("opened: " + opened.envelope().id() + ", made "
                        + opened.envelope().at());
                yield DONE;
            }
            case Opening.Refused<Bytes> refused -> {
                err.println("refused: " + refused.reason());
                yield REFUSED;
            }
        };
    }
}
