package org.wasl.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** Gives every class of tests that leaves a house as it found it the same one; it ends with the last of them. */
final class SharedHouse implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedHouse.class);

    private record Kept(Path data, BrowserHouse house) implements AutoCloseable {
        private static Kept opened() {
            try {
                Path data = Files.createTempDirectory("wasl-shared-house");
                return new Kept(data, new BrowserHouse(data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            house.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == BrowserHouse.class;
    }

    @Override
    public BrowserHouse resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Kept.class, key -> Kept.opened(), Kept.class)
                .house();
    }
}
