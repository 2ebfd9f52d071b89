package nl.meerwaarde.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.extraction.ObservationMark.Relationship;
import nl.meerwaarde.fhir.Conversion;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.score.ScoreObservations;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Observation-based extraction: an Observation per answer to an item that has a code and is marked, a panel per group that is; what stands in a panel is
 * its member or component. Scores are the Observations that the server derives anyway.
 *
 * @see <a href="https://hl7.org/fhir/uv/sdc/STU4/extraction.html">SDC, form data extraction</a>
 */
final class ObservationExtraction {
    private final QuestionnaireResponse response;
    private final ExtractedIds ids;
    private final ExtractionExpressions expressions;
    private final ExtractedEntries entries;
    private final ExtractionIssues issues;
    private final Map<String, String> scores = new HashMap<>();

    ObservationExtraction(
            QuestionnaireResponse response,
            ExtractedIds ids,
            ExtractionExpressions expressions,
            ExtractedEntries entries,
            ExtractionIssues issues) {
        this.response = response;
        this.ids = ids;
        this.expressions = expressions;
        this.entries = entries;
        this.issues = issues;
    }

    /**
     * An Observation that others may belong to.
     *
     * @param reference by which they would refer to it
     * @param address of its entry, where the Questionnaire does not say
     * @param derived what derives from it, if it comes to stand in the transaction
     */
    private record Panel(Observation observation, String reference, String address, List<Observation> derived) {
        void tellDerived() {
            derived.forEach(observed -> observed.addDerivedFrom(new Reference(reference)));
        }
    }

    /**
     * Adds the Observation of a score. Of a response that was never stored, it has no id yet and says nothing of its origin.
     *
     * @param linkId the item that holds the score
     */
    void addScore(AnsweredItem root, String linkId, Observation score) {
        String id = score.getIdElement().getIdPart();
        if (ids.responseId().isEmpty()) {
            score.setId((String) null);
            score.setIdentifier(null);
            score.setDerivedFrom(null);
            id = ids.id("score|" + linkId);
        }
        String address = "urn:uuid:" + id;
        scores.put(linkId, ids.responseId().isPresent() ? "Observation/" + id : address);
        entries.add(score, address, new EntryDetails(expressions, root, null));
    }

    void extract(AnsweredItem root) {
        walk(root, false, List.of(survey()), null);
    }

    private void walk(AnsweredItem at, boolean presumedAround, List<CodeableConcept> around, @Nullable Panel panel) {
        boolean presumed = ObservationMark.own(at.definition()).orElse(presumedAround);
        List<CodeableConcept> own = ObservationMark.categories(at.definition());
        List<CodeableConcept> categories = own.isEmpty() ? around : own;
        Optional<QuestionnaireItemComponent> item = at.item();
        if (item.isPresent() && scores.containsKey(item.get().getLinkId())) {
            addScoreTo(panel, item.get());
            return;
        }
        List<Coding> codes = item.map(it -> ObservationMark.codes(it, presumed)).orElse(List.of());
        boolean below = presumed || !codes.isEmpty();
        if (codes.isEmpty()) {
            at.children().forEach(child -> walk(child, below, categories, panel));
        } else if (at.isGroup()) {
            extractPanel(at, codes, categories, panel);
        } else {
            extractAnswers(at, codes, categories, panel);
        }
    }

    private void addScoreTo(@Nullable Panel panel, QuestionnaireItemComponent item) {
        if (panel != null && ObservationMark.relationship(item) != Relationship.INDEPENDENT) {
            panel.observation().addHasMember(new Reference(scores.get(item.getLinkId())));
        }
    }

    /** A panel in which nothing was answered says nothing. */
    private void extractPanel(
            AnsweredItem group, List<Coding> codes, List<CodeableConcept> categories, @Nullable Panel outer) {
        EntryDetails details = details(group);
        Panel panel = panel(group.path(), codes, categories, details);
        group.children().forEach(child -> walk(child, true, categories, panel));
        if (panel.observation().hasHasMember() || panel.observation().hasComponent()) {
            add(group, panel, outer, details);
            panel.tellDerived();
        }
    }

    private void extractAnswers(
            AnsweredItem question, List<Coding> codes, List<CodeableConcept> categories, @Nullable Panel outer) {
        QuestionnaireItemComponent item = question.item().orElseThrow();
        List<QuestionnaireResponseItemAnswerComponent> answers = question.answers();
        for (int i = 0; i < answers.size(); i++) {
            QuestionnaireResponseItemAnswerComponent answer = answers.get(i);
            Optional<Type> value = ObservedAnswer.value(item, answer.getValue());
            if (value.isEmpty()) {
                issues.leftOut(
                        ProblemCode.UNSUITABLE_VALUE,
                        question.path(),
                        "An answer of type " + answer.getValue().fhirType()
                                + " cannot be the value of an Observation.");
            } else if (outer != null && ObservationMark.relationship(item) == Relationship.COMPONENT) {
                outer.observation().addComponent().setCode(concept(codes)).setValue(value.get());
            } else {
                extractAnswer(question, i, codes, categories, value.get(), outer);
                continue;
            }
            question.below(answer).forEach(child -> walk(child, true, categories, outer));
        }
    }

    private void extractAnswer(
            AnsweredItem question,
            int number,
            List<Coding> codes,
            List<CodeableConcept> categories,
            Type value,
            @Nullable Panel outer) {
        EntryDetails details = details(question);
        Panel observed = panel(question.path() + ".answer[" + number + "]", codes, categories, details);
        observed.observation().setValue(value);
        add(question, observed, outer, details);
        question.below(question.answers().get(number)).forEach(child -> walk(child, true, categories, observed));
        observed.tellDerived();
    }

    private EntryDetails details(AnsweredItem at) {
        return new EntryDetails(
                expressions,
                at,
                QuestionnaireExtensions.all(at.definition(), Canonicals.SdcExtensions.OBSERVATION_EXTRACT_ENTRY)
                        .stream()
                        .findFirst()
                        .orElse(null));
    }

    private void add(AnsweredItem at, Panel observed, @Nullable Panel outer, EntryDetails details) {
        if (outer != null) {
            relate(at.item().orElseThrow(), observed, outer);
        }
        entries.add(observed.observation(), observed.address(), details);
    }

    private static void relate(QuestionnaireItemComponent item, Panel observed, Panel outer) {
        switch (ObservationMark.relationship(item)) {
            case DERIVED -> outer.derived().add(observed.observation());
            case MEMBER, COMPONENT -> outer.observation().addHasMember(new Reference(observed.reference()));
            case INDEPENDENT -> {}
        }
    }

    /** An Observation without value, with the id or the address by which others refer to it. */
    private Panel panel(String place, List<Coding> codes, List<CodeableConcept> categories, EntryDetails details) {
        Observation observation = observation(codes, categories);
        if (ids.responseId().isPresent()) {
            observation.setId(ids.id("observation|" + place));
        }
        details.resourceId().ifPresent(observation::setId);
        String address = ids.address(place);
        String reference = observation.getIdElement().hasIdPart()
                ? "Observation/" + observation.getIdElement().getIdPart()
                : details.fullUrl().orElse(address);
        return new Panel(observation, reference, address, new ArrayList<>());
    }

    private Observation observation(List<Coding> codes, List<CodeableConcept> categories) {
        Observation observation = new Observation();
        observation.setStatus(ScoreObservations.status(response));
        categories.forEach(category -> observation.addCategory(category.copy()));
        observation.setCode(concept(codes));
        observation.setSubject(response.getSubject().copy());
        if (response.hasEncounter()) {
            observation.setEncounter(response.getEncounter().copy());
        }
        observation.setEffective(response.getAuthoredElement().copy());
        Conversion.to("instant", response.getAuthoredElement())
                .ifPresent(issued -> observation.setIssuedElement((InstantType) issued));
        observation.addPerformer(performer());
        response.getBasedOn().forEach(plan -> observation.addBasedOn(plan.copy()));
        response.getPartOf().stream()
                .filter(whole -> String.valueOf(whole.getReference()).contains("Procedure/"))
                .forEach(procedure -> observation.addPartOf(procedure.copy()));
        ids.responseId().ifPresent(id -> observation.addDerivedFrom(new Reference("QuestionnaireResponse/" + id)));
        ScoreObservations.carryOver(response, observation);
        return observation;
    }

    /** Who wrote it down, else who said it, else the patient. A device writes down responses, but performs no Observation. */
    private Reference performer() {
        boolean person = response.hasAuthor()
                && !String.valueOf(response.getAuthor().getReference()).contains("Device/");
        return person
                ? response.getAuthor().copy()
                : response.hasSource()
                        ? response.getSource().copy()
                        : response.getSubject().copy();
    }

    private static CodeableConcept concept(List<Coding> codes) {
        CodeableConcept concept = new CodeableConcept();
        codes.forEach(code -> concept.addCoding(code.copy()));
        return concept;
    }

    /** What a questionnaire finds is a survey, unless it says better. */
    private static CodeableConcept survey() {
        return new CodeableConcept(new Coding(Canonicals.ExternalCodeSystems.OBSERVATION_CATEGORY, "survey", "Survey"));
    }
}
