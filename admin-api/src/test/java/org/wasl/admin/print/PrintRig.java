package org.wasl.admin.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A press for the tests of whoever prints. */
public final class PrintRig {
    private PrintRig() {}

    public static Press press(Clock clock) {
        return new Press(() -> Paper.TYPEFACE, Paper.messages(), PrintSettings.DEFAULTS, true, clock);
    }

    /** What all pages say to somebody who has them read. */
    public static String said(byte[] pdf) {
        try (Paper paper = new Paper(pdf)) {
            return IntStream.rangeClosed(1, paper.pages()).mapToObj(paper::said).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws all pages into the folder {@code wasl.pages} names, to be looked at. */
    public static void draw(byte[] pdf, String name) {
        Path folder = Path.of(System.getProperty("wasl.pages"));
        try (Paper paper = new Paper(pdf)) {
            for (int page = 1; page <= paper.pages(); page++) {
                ImageIO.write(
                        paper.drawn(page, 110),
                        "png",
                        folder.resolve(name + "-" + page + ".png").toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
