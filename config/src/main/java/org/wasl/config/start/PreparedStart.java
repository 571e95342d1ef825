package org.wasl.config.start;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The second half of a start that was prepared: this process becomes the same program over classes that are linked
 * already. It keeps its number, its terminal, its environment and its signals, so nobody who started it sees a
 * difference, but that it is there in half the time.
 *
 * <p>Whatever is missing, stale, forbidden or unknown here, the start goes on as it would have.
 */
public final class PreparedStart {

    /** The kernel's own note of how this process was started; on other systems there is none, and nothing happens. */
    private static final Path STARTED_WITH = Path.of("/proc/self/cmdline");

    private static final Path PROGRAM = Path.of("/proc/self/exe");

    /** Files the new program did not open and must not hold. */
    private static final int FIRST_OWN_FILE = 3;

    private static final int CLOSE_ON_EXEC = 4;

    private PreparedStart() {}

    /** Answers only when there is no other way to start than this one. */
    public static void goOn() {
        try {
            Optional<PreparedFolder> folder = PreparedFolder.ofThisProcess().filter(PreparedFolder::complete);
            if (folder.isPresent() && Files.isReadable(STARTED_WITH)) {
                Optional<CommandLine> given = CommandLine.of(Files.readAllBytes(STARTED_WITH));
                if (given.isPresent()) {
                    become(given.get().from(folder.get()));
                }
            }
        } catch (IOException | RuntimeException | LinkageError unprepared) {
            // A quicker start is no reason for none.
        }
    }

    private static void become(List<byte[]> words) throws IOException {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        MethodHandle replace = linker.downcallHandle(
                library.find("execv").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment program = memory.allocateFrom(PROGRAM.toRealPath().toString());
            MemorySegment given = memory.allocate(ValueLayout.ADDRESS, words.size() + 1L);
            for (int i = 0; i < words.size(); i++) {
                byte[] word = words.get(i);
                MemorySegment text = memory.allocate(word.length + 1L);
                MemorySegment.copy(word, 0, text, ValueLayout.JAVA_BYTE, 0, word.length);
                given.setAtIndex(ValueLayout.ADDRESS, i, text);
            }
            letGoOfFiles(linker, library);
            int refused = (int) replace.invokeExact(program, given);
            throw new IOException("not replaced: " + refused);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void letGoOfFiles(Linker linker, SymbolLookup library) throws Throwable {
        Optional<MemorySegment> function = library.find("close_range");
        if (function.isPresent()) {
            MethodHandle close = linker.downcallHandle(
                    function.get(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int ignored = (int) close.invokeExact(FIRST_OWN_FILE, -1, CLOSE_ON_EXEC);
        }
    }
}
