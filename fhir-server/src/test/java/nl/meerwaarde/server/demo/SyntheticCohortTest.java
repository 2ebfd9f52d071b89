package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class SyntheticCohortTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Test
    void theSameSeedGivesTheSameResources() {
        assertThat(json(Cohorts.small())).isEqualTo(json(Cohorts.small()));
    }

    @Test
    void anotherSeedGivesOtherPatients() {
        SyntheticCohort other = new SyntheticCohort(8, 60, Cohorts.REFERENCE);

        assertThat(json(other).get(1)).isNotEqualTo(json(Cohorts.small()).get(1));
    }

    @Test
    void aLargerCohortBeginsWithTheSmallerOne() {
        SyntheticCohort larger = new SyntheticCohort(7, 1_000_000, Cohorts.REFERENCE);

        assertThat(larger.bundles().limit(61).map(SyntheticCohortTest::json).toList())
                .isEqualTo(json(Cohorts.small()));
    }

    @Test
    void patientsTogetherAreThePatientsOneByOne() {
        SyntheticCohort cohort = Cohorts.small();

        List<String> together = cohort.patients(3, 5).getEntry().stream()
                .map(entry -> json(entry.getResource()))
                .toList();

        assertThat(together)
                .isEqualTo(Stream.of(3, 4, 5)
                        .flatMap(number -> cohort.patient(number).getEntry().stream())
                        .map(entry -> json(entry.getResource()))
                        .toList());
    }

    @Test
    void needsAPatient() {
        assertThatThrownBy(() -> new SyntheticCohort(1, 0, Cohorts.REFERENCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyBundleParsesStrictly() {
        IParser strict = FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler());

        json(Cohorts.small())
                .forEach(bundle ->
                        assertThat(strict.parseResource(Bundle.class, bundle)).isNotNull());
    }

    @Test
    void idsAreUniqueAndAreWhereTheResourceIsPut() {
        List<String> urls = Cohorts.small()
                .bundles()
                .flatMap(bundle -> bundle.getEntry().stream())
                .map(entry -> {
                    assertThat(entry.getRequest().getMethod()).isEqualTo(Bundle.HTTPVerb.PUT);
                    assertThat(entry.getRequest().getUrl())
                            .isEqualTo(entry.getResource().fhirType() + "/"
                                    + entry.getResource().getIdElement().getIdPart());
                    return entry.getRequest().getUrl();
                })
                .toList();

        assertThat(urls).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsToTheSameBundleOrToAHospital() {
        Set<String> hospitals = urls(Cohorts.small().hospitals());

        Cohorts.small().bundles().forEach(bundle -> {
            Set<String> known = new HashSet<>(hospitals);
            known.addAll(urls(bundle));
            assertThat(known)
                    .containsAll(values(bundle, Reference.class)
                            .map(Reference::getReference)
                            .toList());
        });
    }

    @Test
    void nothingHappensAfterTheReferenceDate() {
        String tomorrow = Cohorts.REFERENCE.plusDays(1).toString();

        assertThat(Cohorts.small().bundles().flatMap(bundle -> values(bundle, BaseDateTimeType.class)))
                .extracting(BaseDateTimeType::getValueAsString)
                .isNotEmpty()
                .allSatisfy(date -> assertThat(date).isLessThan(tomorrow));
    }

    @Test
    void theCohortIsTheSameOnEveryDayButForItsDates() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);
        SyntheticCohort later = new SyntheticCohort(7, 60, leapDay);

        for (int number = 1; number <= 60; number++) {
            assertThat(withoutDates(later, number)).isEqualTo(withoutDates(Cohorts.small(), number));
        }
    }

    private static String withoutDates(SyntheticCohort cohort, int number) {
        return json(cohort.patient(number)).replaceAll("\\d{4}-\\d\\d-\\d\\d(T[\\d:]+[+-]\\d\\d:00)?", "(date)");
    }

    @Test
    void everyAnswerIsOneTheInstrumentOffers() {
        Cohorts.small()
                .bundles()
                .flatMap(bundle -> resources(bundle, QuestionnaireResponse.class))
                .forEach(SyntheticCohortTest::assertAnswersExist);
    }

    private static void assertAnswersExist(QuestionnaireResponse response) {
        Questionnaire questionnaire = questionnaire(response.getQuestionnaire());
        for (var item : response.getItem()) {
            var question = questionnaire.getItem().stream()
                    .filter(candidate -> candidate.getLinkId().equals(item.getLinkId()))
                    .findFirst()
                    .orElseThrow();
            if (item.getAnswerFirstRep().getValue() instanceof Coding answer) {
                assertThat(question.getAnswerOption())
                        .anyMatch(option -> option.getValueCoding().getSystem().equals(answer.getSystem())
                                && option.getValueCoding().getCode().equals(answer.getCode()));
            }
        }
    }

    private static Questionnaire questionnaire(String canonical) {
        String id = canonical.substring(canonical.lastIndexOf('/') + 1, canonical.indexOf('|'));
        try (InputStream json = InstrumentLibrary.questionnaire(id).openStream()) {
            Questionnaire questionnaire = FHIR.newJsonParser().parseResource(Questionnaire.class, json);
            assertThat(questionnaire.getUrl() + "|" + questionnaire.getVersion())
                    .isEqualTo(canonical);
            return questionnaire;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyEpisodeFollowsAShippedPathway() throws IOException {
        Set<String> pathways = Cohorts.small()
                .bundles()
                .flatMap(bundle -> resources(bundle, CarePlan.class))
                .flatMap(plan -> plan.getInstantiatesCanonical().stream())
                .map(CanonicalType::getValue)
                .collect(Collectors.toSet());

        Set<String> shipped = new HashSet<>();
        for (String file : ImplementationGuide.definitions()) {
            if (file.startsWith("PlanDefinition-")) {
                try (InputStream json = ImplementationGuide.open(file)) {
                    PlanDefinition pathway = FHIR.newJsonParser().parseResource(PlanDefinition.class, json);
                    shipped.add(pathway.getUrl() + "|" + pathway.getVersion());
                }
            }
        }
        assertThat(pathways).isNotEmpty().isSubsetOf(shipped);
    }

    private static List<String> json(SyntheticCohort cohort) {
        return cohort.bundles().map(SyntheticCohortTest::json).toList();
    }

    private static String json(Resource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }

    private static Set<String> urls(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getRequest().getUrl())
                .collect(Collectors.toSet());
    }

    private static <T extends Resource> Stream<T> resources(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Every value of a type, wherever in the Bundle it is. */
    private static <T extends Base> Stream<T> values(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .flatMap(entry ->
                        FHIR.newTerser().getAllPopulatedChildElementsOfType(entry.getResource(), type).stream());
    }
}
