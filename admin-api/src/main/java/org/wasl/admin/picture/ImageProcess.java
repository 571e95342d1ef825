package org.wasl.admin.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import javax.imageio.ImageIO;

/**
 * The image process: one picture in on its input, the copy out on its output, and then it ends. It is started with
 * nothing of the desk: no settings, no environment, no library.
 *
 * <p>Arguments: most bytes, most points, points of the copy, what is written over it.
 */
final class ImageProcess {

    private static final int ARGUMENTS = 4;

    private ImageProcess() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        // Whatever a decoder prints must not be mixed with the copy.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        ImageIO.setUseCache(false);
        Runtime.getRuntime().halt(run(args, out));
    }

    private static int run(String[] args, PrintStream out) throws IOException {
        if (args.length != ARGUMENTS) {
            return Untaken.NOT_A_PICTURE.status();
        }
        int most = Integer.parseInt(args[0]);
        byte[] file = System.in.readNBytes(most + 1);
        if (file.length > most) {
            return Untaken.TOO_LARGE.status();
        }
        try {
            byte[] copy = new Redrawing(Long.parseLong(args[1]), Long.parseLong(args[2]), args[3]).copy(file);
            out.write(copy);
            out.flush();
            return out.checkError() ? Untaken.TOO_MUCH.status() : 0;
        } catch (Refusal refusal) {
            return refusal.why().status();
        }
    }
}
