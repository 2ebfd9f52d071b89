package nl.meerwaarde.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Which resources a Measure is computed from, as FHIR's {@code module-definition} says it.
 *
 * @see <a href="https://hl7.org/fhir/R4/measure-operation-data-requirements.html">FHIR R4, Measure/$data-requirements</a>
 */
final class DataRequirements {
    private static final String LIBRARY_TYPE = "http://terminology.hl7.org/CodeSystem/library-type";

    private final FactMeasure measure;
    private final Optional<Pathway> pathway;
    private final @Nullable Period period;

    /**
     * @param pathway of the Measure; empty when it is not stored here
     * @param period in which the index event lies, or null
     */
    DataRequirements(FactMeasure measure, Optional<Pathway> pathway, @Nullable Period period) {
        this.measure = measure;
        this.pathway = pathway;
        this.period = period;
    }

    Library library() {
        Library library = new Library();
        library.setStatus(PublicationStatus.ACTIVE);
        library.getType().addCoding().setSystem(LIBRARY_TYPE).setCode("module-definition");
        library.addRelatedArtifact(dependsOn(measure.canonical().toString()));
        library.addRelatedArtifact(dependsOn(measure.pathway().toString()));
        // Expectations of models that are no Library of ours come as RiskAssessments under a code.
        Optional.ofNullable(measure.model())
                .filter(model -> model.contains("/Library/"))
                .ifPresent(model -> library.addRelatedArtifact(dependsOn(model)));
        questionnaires().forEach(questionnaire -> library.addRelatedArtifact(dependsOn(questionnaire)));
        requirements().forEach(library::addDataRequirement);
        return library;
    }

    private static RelatedArtifact dependsOn(String canonical) {
        return new RelatedArtifact().setType(RelatedArtifactType.DEPENDSON).setResource(canonical);
    }

    /** What the pathway asks at the moments that the Measure compares. */
    private Set<String> questionnaires() {
        Set<String> asked = new TreeSet<>();
        pathway.ifPresent(known -> Stream.of(measure.before(), measure.after())
                .flatMap(moment -> known.moment(moment).stream())
                .forEach(moment -> asked.addAll(moment.questionnaires())));
        return asked;
    }

    private List<DataRequirement> requirements() {
        List<DataRequirement> all = new ArrayList<>();
        all.add(requirement("Patient", null, "gender", "birthDate", "deceased"));
        all.add(requirement(
                "CarePlan", Canonicals.Profiles.EPISODE, "subject", "instantiatesCanonical", "status", "author"));
        all.add(indexEvent());
        if (measure.isAboutScores()) {
            all.addAll(scores());
        }
        events().forEach(event -> all.add(
                coded(requirement(String.valueOf(event.resourceType()), null, "subject", "code"), event.codes())));
        if (measure.isForTheTeamOnly()) {
            all.add(requirement("Goal", null, "subject", "lifecycleStatus", "achievementStatus", "target"));
        }
        if (measure.model() != null) {
            all.add(requirement("RiskAssessment", Canonicals.Profiles.EXPECTED_OUTCOME, "subject", "prediction"));
        }
        return all;
    }

    /** Those that resources record; an episode of another pathway is a CarePlan, and a death stands in the Patient. */
    private Stream<Pathway.Event> events() {
        return pathway.stream()
                .flatMap(known -> known.events().stream())
                .filter(event -> measure.countedEvents().contains(event.code()) && event.resourceType() != null);
    }

    private List<DataRequirement> scores() {
        List<DataRequirement> all = new ArrayList<>();
        all.add(requirement("Task", null, "for", "basedOn", "status", "input"));
        all.add(requirement(
                "QuestionnaireResponse",
                Canonicals.Profiles.PROM_RESPONSE,
                "questionnaire",
                "subject",
                "basedOn",
                "authored",
                "status",
                "item"));
        all.add(coded(
                requirement("Observation", null, "subject", "code", "effective", "value", "derivedFrom"),
                List.of(measure.score())));
        return all;
    }

    private DataRequirement indexEvent() {
        DataRequirement event = coded(
                requirement("Procedure", null, "subject", "code", "performed", "performer", "basedOn"),
                pathway.map(Pathway::indexCodes).orElse(Set.of()));
        if (period != null) {
            event.addDateFilter().setPath("performed").setValue(period);
        }
        return event;
    }

    private static DataRequirement requirement(String type, @Nullable String profile, String... needed) {
        DataRequirement requirement = new DataRequirement().setType(type);
        if (profile != null) {
            requirement.addProfile(profile);
        }
        Stream.of(needed).forEach(element -> requirement.getMustSupport().add(new StringType(element)));
        return requirement;
    }

    private static DataRequirement coded(DataRequirement requirement, Collection<Code> codes) {
        if (!codes.isEmpty()) {
            DataRequirement.DataRequirementCodeFilterComponent filter =
                    requirement.addCodeFilter().setPath("code");
            codes.stream()
                    .sorted(Comparator.comparing(Code::key))
                    .forEach(code ->
                            filter.addCode(new Coding().setSystem(code.system()).setCode(code.code())));
        }
        return requirement;
    }
}
