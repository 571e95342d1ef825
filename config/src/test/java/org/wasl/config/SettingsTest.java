package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.wasl.config.store.SecretFile;

class SettingsTest {

    @Test
    void everySettingsRecordBindsFromTheDefaults() {
        Problems problems = new Problems();
        SettingsCheck check = new SettingsCheck(HouseEnvironment.load().whole(), problems);
        check.bind(allRecords());
        assertThat(problems.found()).isEmpty();
    }

    @Test
    void everyKeyOfTheFileIsReadByARecord() {
        SettingsCheck check = new SettingsCheck(HouseEnvironment.load().whole(), new Problems());
        check.bind(allRecords());
        assertThat(check.unread()).isEmpty();
    }

    @Test
    void everyComponentOfARecordStandsInTheFile() throws Exception {
        Set<String> inFile = keysOfFile();
        Set<String> missing = new TreeSet<>();
        for (Class<?> record : allRecords()) {
            for (String key : SettingsCheck.keys(record)) {
                String name = key.endsWith(".*") ? key.substring(0, key.length() - 2) : key;
                if (inFile.stream().noneMatch(k -> k.equals(name) || (key.endsWith(".*") && k.startsWith(name)))) {
                    missing.add(key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyOfTheFileBelongsToTheLauncherOrToOneNode() throws Exception {
        Set<String> launcher = SettingsCheck.keys(HouseSettings.class);
        for (String key : keysOfFile()) {
            if (key.startsWith("wasl.") && !launcher.contains(key)) {
                assertThat(Slice.BOT.allows(key) ^ Slice.ADMIN.allows(key))
                        .as(key)
                        .isTrue();
            }
        }
    }

    @Test
    void everyKeyOfTheFileHasAComment() throws Exception {
        List<String> lines = Files.readAllLines(
                new ClassPathResource("application.yml").getFile().toPath());
        List<String> bare = new ArrayList<>();
        boolean explained = false;
        boolean ours = false;
        for (String line : lines) {
            if (line.matches("\\S.*")) {
                ours = line.startsWith("wasl:");
            }
            if (line.strip().startsWith("#")) {
                explained = true;
            } else if (line.isBlank() || line.strip().endsWith(":")) {
                explained = explained && !line.isBlank();
            } else if (ours && !explained) {
                bare.add(line);
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void tellsAllProblemsAtOnceAndNoValue() {
        assertThatThrownBy(() -> House.start(
                        "--wasl.bot.port=70000", "--wasl.redis.memory=s3cret", "--wasl.data.foder=x", "--wasl.rol=bot"))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        e -> assertThat(e.problems())
                                .containsExactlyInAnyOrder(
                                        "wasl.bot.port: 70000 (expected: 0..65535)",
                                        "wasl.redis.memory: not readable (expected: int)",
                                        "wasl.data.foder: no such setting (expected: a key of application.yml)",
                                        "wasl.rol: no such setting (expected: a key of application.yml)"));
    }

    @Test
    void aNodeSeesNothingOfTheOtherNorOfTheLauncher(@TempDir Path data) throws Exception {
        Path secrets = Files.createDirectories(data.resolve("secrets"));
        Path secret = secrets.resolve("wasl.telegram.token");
        Files.writeString(secret, "citizens-token");
        Files.setPosixFilePermissions(secret, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        HouseEnvironment environment = HouseEnvironment.load(
                "--wasl.data=" + data,
                "--wasl.redis.uri=redis://u:redis-password@h:1",
                "--wasl.officer.pepper=desk-secret",
                "--spring.mongodb.uri=mongodb://desk-secret@h/x");

        Map<String, Object> bot = everything(environment.slice(Slice.BOT, Map.of()));
        Map<String, Object> admin = everything(environment.slice(Slice.ADMIN, Map.of()));

        assertThat(bot.toString()).contains("citizens-token").doesNotContain("desk-secret", "redis-password");
        assertThat(admin.toString()).contains("desk-secret").doesNotContain("citizens-token", "redis-password");
    }

    @Test
    void refusesASecretThatOthersMayRead(@TempDir Path folder) throws Exception {
        Path secret = folder.resolve("wasl.telegram.token");
        Files.writeString(secret, "s3cret");
        Files.setPosixFilePermissions(secret, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SecretFile.read(secret))
                .hasMessageEndingWith("rw-r--r-- (expected: readable by its owner only)");
    }

    private static List<Class<?>> allRecords() {
        List<Class<?>> records = new ArrayList<>(SettingsCheck.records("org.wasl"));
        assertThat(records).contains(HouseSettings.class);
        return records;
    }

    private static Set<String> keysOfFile() throws Exception {
        return new YamlPropertySourceLoader()
                .load("file", new ClassPathResource("application.yml")).stream()
                        .map(source -> (EnumerablePropertySource<?>) source)
                        .flatMap(source -> java.util.Arrays.stream(source.getPropertyNames()))
                        .filter(key -> key.startsWith("wasl."))
                        .map(key -> key.replaceAll("\\[\\d+]$", ""))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, Object> everything(ConfigurableEnvironment environment) {
        Map<String, Object> all = new java.util.TreeMap<>();
        environment.getPropertySources().forEach(source -> {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                all.put(source.getName() + "/" + name, String.valueOf(source.getProperty(name)));
            }
        });
        return all;
    }
}
