package org.wasl.admin.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The image process's own classes as a file the machine can run. Inside the shipped jar they lie in a jar within it,
 * which cannot be run from there; and with only these beside it a decoder that was turned has no library to go on with.
 */
final class ImageProgram implements AutoCloseable {

    private static final List<Class<?>> CLASSES = List.of(
            ImageProcess.class,
            Redrawing.class,
            BareFile.class,
            JpegFile.class,
            PngFile.class,
            Turn.class,
            Stamp.class,
            Refusal.class,
            Untaken.class);

    private final Path folder;
    private final Path jar;

    ImageProgram() {
        try {
            folder = Files.createTempDirectory(
                    "wasl-picture", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            jar = Files.createFile(
                    folder.resolve("picture.jar"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (Class<?> one : CLASSES) {
                    copy(one, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("image process: its classes could not be laid out", e);
        }
    }

    Path folder() {
        return folder;
    }

    List<String> command(PictureSettings settings, String stamp) {
        List<String> command = new java.util.ArrayList<>(settings.wrap());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Djava.awt.headless=true",
                "-cp",
                jar.toString(),
                ImageProcess.class.getName(),
                Integer.toString(settings.mostBytes()),
                Long.toString(settings.mostPoints()),
                Long.toString(settings.copyPoints()),
                stamp));
        return command;
    }

    private static void copy(Class<?> one, JarOutputStream to) throws IOException {
        String name = one.getName().replace('.', '/') + ".class";
        try (InputStream in = one.getResourceAsStream(one.getSimpleName() + ".class")) {
            if (in == null) {
                throw new IOException("class missing: " + name);
            }
            to.putNextEntry(new JarEntry(name));
            in.transferTo((OutputStream) to);
            to.closeEntry();
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(jar);
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            // Holds nothing of anybody; the machine clears its temporary files.
            return;
        }
    }
}
