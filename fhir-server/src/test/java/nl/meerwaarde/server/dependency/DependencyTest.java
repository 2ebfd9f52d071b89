package nl.meerwaarde.server.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The libraries of the server, held against {@code advisories.json}: what we know to be bad in what we use, as of the day it was reviewed. It needs no network, and it knows no more than
 * was written into it; {@code docs/running.md} tells how a hospital asks a database of all advisories. The bill of materials in the jar names the same libraries.
 */
class DependencyTest {
    private static final String BILL = "/META-INF/sbom/application.cdx.json";

    /** Such as {@code org.yaml:snakeyaml:jar:2.4:runtime}; some have a classifier before the version. */
    private static final Pattern LIBRARY =
            Pattern.compile("([\\w.-]+):([\\w.-]+):jar:(?:[\\w.-]+:)?([\\w.-]+):(?:compile|runtime)");

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * @param of group and name
     * @param affected versions, as Maven writes ranges
     */
    private record Advisory(String id, String of, String affected, String what) {
        boolean concerns(Component component) {
            try {
                return of.equals(component.group() + ":" + component.name())
                        && VersionRange.createFromVersionSpec(affected)
                                .containsVersion(new DefaultArtifactVersion(component.version()));
            } catch (InvalidVersionSpecificationException e) {
                throw new IllegalArgumentException("Affected by " + id + ": " + affected, e);
            }
        }
    }

    /** @param why it does not harm here */
    private record Accepted(String id, String why) {}

    /** @param mendedBy the version to take up */
    private record Open(String id, String mendedBy) {}

    private record Review(String reviewed, List<Advisory> advisories, List<Open> open, List<Accepted> accepted) {}

    private record Component(@Nullable String group, String name, String version) {
        @Override
        public String toString() {
            return group + ":" + name + ":" + version;
        }
    }

    private record Bill(List<Component> components) {}

    private final Review review = read("advisories.json", Review.class);
    private final List<Component> libraries = libraries();

    @Test
    void theLibrariesAreWhatTheServerIsMadeOf() {
        assertThat(libraries)
                .extracting(Component::name)
                .contains("hapi-fhir-jpaserver-base", "spring-core", "tomcat-embed-core", "postgresql", "h2");
    }

    @Test
    void theBillOfMaterialsNamesTheSame() {
        assumeThat(DependencyTest.class.getResource(BILL))
                .as("Maven makes the bill of materials with a network only")
                .isNotNull();
        assertThat(read(BILL, Bill.class).components())
                .extracting(Component::toString)
                .containsAll(libraries.stream().map(Component::toString).toList());
    }

    /** No more, so that a hole that nobody looked at ends the build; no less, so that what is mended is struck off. */
    @Test
    void whatIsBadInItIsWhatWeSaid() {
        assertThat(found(libraries).map(finding -> finding.split(" ")[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                review.open().stream().map(Open::id),
                                review.accepted().stream().map(Accepted::id))
                        .toList());
        assertThat(review.open()).allSatisfy(open -> assertThat(open.mendedBy()).isNotBlank());
        assertThat(review.accepted())
                .allSatisfy(accepted -> assertThat(accepted.why()).isNotBlank());
    }

    @Test
    void aVersionBeforeTheMendedOneIsFound() {
        assertThat(found(List.of(new Component("org.apache.logging.log4j", "log4j-core", "2.14.1"))))
                .containsExactly(
                        "CVE-2021-44228 org.apache.logging.log4j:log4j-core 2.14.1: code runs from a logged text");
        assertThat(found(List.of(new Component("org.apache.logging.log4j", "log4j-core", "2.15.0"))))
                .isEmpty();
        assertThat(LocalDate.parse(review.reviewed())).isAfter("2026-01-01");
    }

    private static List<Component> libraries() {
        try (InputStream list = DependencyTest.class.getResourceAsStream("libraries.txt")) {
            return LIBRARY.matcher(new String(list.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(library -> new Component(library.group(1), library.group(2), library.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The libraries of the server cannot be read", e);
        }
    }

    private Stream<String> found(List<Component> among) {
        return among.stream()
                .flatMap(component -> review.advisories().stream()
                        .filter(advisory -> advisory.concerns(component))
                        .map(advisory -> advisory.id() + " " + advisory.of() + " " + component.version() + ": "
                                + advisory.what()));
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream json = DependencyTest.class.getResourceAsStream(name)) {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot be read: " + name, e);
        }
    }
}
