package nl.meerwaarde.tests.consent;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.disclosure.ChangedPolicies;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Figures;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A law: whatever patients say, a report is that of a registry in which only those are whom its recipient may know of. Of everybody and of one hospital, of whole months and others, before
 * and after facts are settled.
 */
class CountedPatientsIT {
    private static final String MONTHS = "2019-01-01 2019-12-31";

    /** Facts are read one by one. */
    private static final String DAYS = "2019-01-02 2019-12-30";

    private final Fhir fhir = TestServer.fhir();
    private final List<String> hospitals = List.of(
            KneeRegistry.hospital(fhir, UUID.randomUUID().toString()),
            KneeRegistry.hospital(fhir, UUID.randomUUID().toString()));

    /** What a patient said, and whether that is enough. */
    private enum Said {
        NOTHING(true, false),
        PERMITTED(true, true),
        OBJECTED(false, false),
        BOTH(false, false),
        PERMITTED_FORMERLY(true, false),
        PERMITTED_FROM_THE_FUTURE(true, false),
        PERMITTED_SOMEBODY(true, false),
        OBJECTED_FORMERLY(true, false),
        WITHDREW_THE_OBJECTION_AND_PERMITTED(true, true),
        OBJECTED_TO_SOMETHING_ELSE(true, false);

        private final boolean withoutObjection;
        private final boolean withConsent;

        Said(boolean withoutObjection, boolean withConsent) {
            this.withoutObjection = withoutObjection;
            this.withConsent = withConsent;
        }

        Stream<Consent> consents(String patient) {
            Consent objection = Consents.objection(patient);
            Consent permission = Consents.permission(patient);
            return switch (this) {
                case NOTHING -> Stream.of();
                case PERMITTED -> Stream.of(permission);
                case OBJECTED -> Stream.of(objection);
                case BOTH -> Stream.of(objection, permission);
                case PERMITTED_FORMERLY -> Stream.of(until(permission, "2024-12-31"));
                case PERMITTED_FROM_THE_FUTURE -> {
                    permission.getProvision().getPeriod().setStartElement(new DateTimeType("2999-01-01"));
                    yield Stream.of(permission);
                }
                case PERMITTED_SOMEBODY -> {
                    permission.getMeta().setProfile(null);
                    permission
                            .getProvision()
                            .addActor()
                            .setRole(Consents.objection(patient).getScope())
                            .setReference(new Reference().setDisplay("My neighbour"));
                    yield Stream.of(permission);
                }
                case OBJECTED_FORMERLY -> Stream.of(until(objection, "2024"));
                case WITHDREW_THE_OBJECTION_AND_PERMITTED ->
                    Stream.of(objection.setStatus(ConsentState.INACTIVE), permission);
                case OBJECTED_TO_SOMETHING_ELSE ->
                    Stream.of(Consents.of(patient, ConsentProvisionType.DENY, "similar-patients"));
            };
        }

        private static Consent until(Consent consent, String day) {
            consent.getProvision().getPeriod().setEndElement(new DateTimeType(day));
            return consent;
        }
    }

    /** Patients by what they said and where they were treated. */
    private record Cohort(Map<Said, List<List<Knee>>> knees) {
        static Cohort random(long seed, int hospitals) {
            Random random = new Random(seed);
            Map<Said, List<List<Knee>>> knees = new EnumMap<>(Said.class);
            for (Said said : Said.values()) {
                List<List<Knee>> byHospital = new ArrayList<>();
                for (int hospital = 0; hospital < hospitals; hospital++) {
                    byHospital.add(Knee.random(random.nextLong(), random.nextInt(4), 2019, 1, 11));
                }
                knees.put(said, byHospital);
            }
            return new Cohort(knees);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aReportIsThatOfTheCountedAlone(long seed) {
        Cohort cohort = Cohort.random(seed, hospitals.size());
        KneeRegistry everybody = treated(cohort, said -> true);
        KneeRegistry withoutObjectors = treated(cohort, said -> said.withoutObjection);
        KneeRegistry consenting = treated(cohort, said -> said.withConsent);

        for (boolean settled : new boolean[] {false, true}) {
            assertSame(everybody, everybody, "statutory");
            assertSame(everybody, withoutObjectors, "documented");
            assertSame(everybody, consenting, "consent");
            if (!settled) {
                assertThat(reports(everybody, "registry")).isNotEqualTo(reports(withoutObjectors, "registry"));
                assertThat(reports(withoutObjectors, "registry")).isNotEqualTo(reports(consenting, "registry"));
            }
            assertThat(reports(everybody, "record-holder")).isNotEqualTo(reports(withoutObjectors, "record-holder"));
            TestServer.settle();
        }
    }

    /** What these say in the first registry, nobody says in the second: there is nobody else. */
    private void assertSame(KneeRegistry said, KneeRegistry counted, String ground) {
        List<Map<String, String>> expected = reports(counted, "record-holder");
        List<String> sums = sums(counted);
        try (ChangedPolicies changed = Grounds.changed(fhir, Set.of("registry"), ground)) {
            assertThat(reports(said, "registry")).as(ground).isEqualTo(expected);
            assertThat(sums(said)).as("sums on %s", ground).isEqualTo(sums);
        }
    }

    private KneeRegistry treated(Cohort cohort, Predicate<Said> counted) {
        KneeRegistry registry = KneeRegistry.of(fhir).join(fhir);
        boolean everybody = Arrays.stream(Said.values()).allMatch(counted);
        Set<String> known = new HashSet<>();
        cohort.knees().forEach((said, byHospital) -> {
            if (counted.test(said)) {
                for (int i = 0; i < hospitals.size(); i++) {
                    if (!byHospital.get(i).isEmpty()) {
                        registry.treat(fhir, hospitals.get(i), byHospital.get(i));
                    }
                }
                patients(registry).stream().filter(known::add).forEach(patient -> {
                    if (everybody) {
                        said.consents(patient)
                                .forEach(consent ->
                                        assertThat(fhir.post(consent)).isCreated());
                    }
                });
            }
        });
        return registry;
    }

    private static List<String> patients(KneeRegistry registry) {
        return TestServer.jdbc()
                .queryForList(
                        "select distinct patient_id from mw_episode where pathway = ?",
                        String.class,
                        registry.pathway().getUrl());
    }

    private List<Map<String, String>> reports(KneeRegistry registry, String recipient) {
        return Stream.of(MONTHS, DAYS)
                .flatMap(period -> Stream.of("", "&reporter=Organization/" + hospitals.get(0))
                        .map(reporter -> Figures.of(report(registry, period, "&recipient=" + recipient + reporter))))
                .toList();
    }

    /** What a node that pools gets of a hospital, number by number. */
    private List<String> sums(KneeRegistry registry) {
        return Stream.of(MONTHS, DAYS)
                .flatMap(period -> report(
                                registry, period, "&recipient=registry&reporter=Organization/" + hospitals.get(0))
                        .getExtensionByUrl(Extensions.POOLABLE_SUMS)
                        .getExtension()
                        .stream()
                        .filter(part -> part.getUrl().equals("stratum"))
                        .flatMap(stratum -> stratum.getExtension().stream())
                        .map(CountedPatientsIT::text))
                .toList();
    }

    private static String text(Extension extension) {
        return extension.hasValue()
                ? extension.getUrl() + "=" + value(extension)
                : extension.getExtension().stream()
                        .map(CountedPatientsIT::text)
                        .toList()
                        .toString();
    }

    /** A number is the same however many zeros it ends in. */
    private static String value(Extension extension) {
        return extension.getValue() instanceof DecimalType number
                ? number.getValue().stripTrailingZeros().toPlainString()
                : extension.getValue().primitiveValue();
    }

    private MeasureReport report(KneeRegistry registry, String period, String more) {
        String[] days = period.split(" ");
        return registry.report(fhir, days[0], days[1], more).stored(MeasureReport.class);
    }
}
