package nl.meerwaarde.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** Cohorts for tests. */
final class Cohorts {
    static final LocalDate REFERENCE = LocalDate.of(2026, 11, 21);

    private Cohorts() {}

    static SyntheticCohort small() {
        return new SyntheticCohort(7, 60, REFERENCE);
    }

    /** The one that the profile demo loads. */
    static SyntheticCohort ofDemo(LocalDate reference) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application-demo.yaml"));
        Properties settings = yaml.getObject();
        return new SyntheticCohort(
                Long.parseLong(settings.get("meerwaarde.demo.seed").toString()),
                Integer.parseInt(settings.get("meerwaarde.demo.patients").toString()),
                reference);
    }

    static Stream<SyntheticPatient> patients(SyntheticCohort cohort) {
        return IntStream.rangeClosed(1, cohort.patients()).mapToObj(cohort::draw);
    }

    static List<SyntheticPatient> many() {
        return patients(new SyntheticCohort(7, 8_000, REFERENCE)).toList();
    }

    static String resource(String name) {
        try (InputStream stream = Cohorts.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
