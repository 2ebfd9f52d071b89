package nl.meerwaarde.tests.support;

import java.util.UUID;
import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionParticipantType;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;

/** A hospital's own outcome set in the making. Every one has an id and an address of its own; it is off until it is switched on. */
public final class TestOutcomeSet {
    private static final String SHIPPED = Canonicals.BASE + "/PlanDefinition/";

    private final PlanDefinition definition = new PlanDefinition();

    private TestOutcomeSet(String id) {
        definition
                .setUrl("https://tests.meerwaarde.example/PlanDefinition/" + id)
                .setVersion("1.0.0")
                .setTitle("Set of a test")
                .setStatus(PublicationStatus.DRAFT)
                .setType(new CodeableConcept(new Coding(CodeSystems.PLAN_TYPE, "outcome-set", null)));
        definition.setId(id);
        definition.getMeta().addProfile(Canonicals.Profiles.OUTCOME_SET);
    }

    /** One that no other test knows. */
    public static TestOutcomeSet unique() {
        return new TestOutcomeSet(UUID.randomUUID().toString());
    }

    /** Takes over a shipped set, in its first version, at these moments or its own. */
    public TestOutcomeSet taking(String shipped, String... moments) {
        return takingCanonical(SHIPPED + shipped + "|1.0.0", moments);
    }

    /** Takes over a set. */
    public TestOutcomeSet takingCanonical(String canonical, String... moments) {
        at(action("outcome-set"), moments).setDefinition(new CanonicalType(canonical));
        return this;
    }

    /** Asks patients a shipped instrument. */
    public TestOutcomeSet asking(String outcome, String instrument, String... moments) {
        PlanDefinitionActionComponent action = at(measuring(new Coding(CodeSystems.OUTCOME, outcome, null)), moments);
        action.setDefinition(new CanonicalType(Canonicals.BASE + "/Questionnaire/" + instrument));
        action.addParticipant().setType(ActionParticipantType.PATIENT);
        return this;
    }

    /** Asks patients a test's own instrument, for an outcome in the hospital's own words. */
    public TestOutcomeSet asking(TestInstrument instrument, String... moments) {
        PlanDefinitionActionComponent action = at(
                measuring(new Coding(
                        "https://tests.meerwaarde.example/outcome",
                        UUID.randomUUID().toString(),
                        null)),
                moments);
        action.setDefinition(new CanonicalType(instrument.questionnaire().getUrl()));
        action.addParticipant().setType(ActionParticipantType.PATIENT);
        return this;
    }

    public TestOutcomeSet switchedOn() {
        definition.setStatus(PublicationStatus.ACTIVE);
        return this;
    }

    /** Anything that this language has no word for. */
    public TestOutcomeSet change(Consumer<PlanDefinition> change) {
        change.accept(definition);
        return this;
    }

    /** The set as it would be sent. */
    public PlanDefinition definition() {
        return definition.copy();
    }

    public String path() {
        return "PlanDefinition/" + definition.getIdElement().getIdPart();
    }

    public String canonical() {
        return definition.getUrl() + "|" + definition.getVersion();
    }

    private PlanDefinitionActionComponent measuring(Coding what) {
        PlanDefinitionActionComponent action = action("outcome");
        action.getCodeFirstRep().addCoding(what);
        action.setId(what.getCode());
        return action;
    }

    private PlanDefinitionActionComponent action(String kind) {
        PlanDefinitionActionComponent action = definition.addAction();
        action.addCode().addCoding(new Coding(CodeSystems.PATHWAY_ACTION, kind, null));
        return action;
    }

    private static PlanDefinitionActionComponent at(PlanDefinitionActionComponent action, String... moments) {
        for (String moment : moments) {
            action.addExtension(
                    Extensions.MEASUREMENT_MOMENT, new Coding(CodeSystems.MEASUREMENT_MOMENT, moment, null));
        }
        return action;
    }
}
