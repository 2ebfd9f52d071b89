package nl.meerwaarde.tests.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar as it is delivered: what is in it lands on the class path of somebody else's server. */
class PluginJarIT {
    @Test
    void theJarPutsNoClassOfAThirdPartyInTheWayOfTheHosts() throws IOException {
        assertThat(entries()).allMatch(entry -> entry.startsWith("nl/meerwaarde/") || entry.startsWith("META-INF/"));
    }

    /** What it uses of the statistics library comes along under a name of ours, with its licence. */
    @Test
    void theJarBringsItsStatistics() throws IOException {
        assertThat(entries())
                .contains(
                        "nl/meerwaarde/statistics/hipparchus/stat/regression/OLSMultipleLinearRegression.class",
                        "META-INF/hipparchus/NOTICE.txt",
                        "META-INF/hipparchus/LICENSE.txt")
                .noneMatch(entry -> entry.contains("hipparchus/ode") || entry.contains("new-joe-kuo"));
    }

    @Test
    void theJarBringsTheSuiteAndItsAutoConfiguration() throws IOException {
        assertThat(entries())
                .contains(
                        "nl/meerwaarde/plugin/MeerwaardeConfiguration.class",
                        "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");
    }

    /** One jar to drop in: the definitions it loads are inside. */
    @Test
    void theJarBringsItsDefinitions() throws IOException {
        assertThat(entries())
                .contains(
                        "nl/meerwaarde/questionnaires/oxford-knee-score/questionnaire.json",
                        "nl/meerwaarde/terminology/Canonicals.class",
                        "nl/meerwaarde/ig/ImplementationGuide.class");
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("meerwaarde.plugin.jar"))) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }
}
