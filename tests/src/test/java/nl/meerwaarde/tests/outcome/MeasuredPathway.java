package nl.meerwaarde.tests.outcome;

import java.math.BigDecimal;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.tests.support.TestModel;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionRelationshipType;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;

/** A pathway of the tests' own, in which a clinician measures too: none of the shipped ones asks for that. */
final class MeasuredPathway {
    static final String ID = "test-measured-knee";
    static final Code FLEXION = new Code("https://tests.meerwaarde.example/measurement", "knee-flexion");

    private MeasuredPathway() {}

    static PlanDefinition definition() {
        PlanDefinition definition = new PlanDefinition();
        definition.setId(ID);
        definition.setUrl(Canonicals.BASE + "/PlanDefinition/" + ID).setVersion("1.0.0");
        definition.setStatus(PublicationStatus.ACTIVE);
        PlanDefinitionActionComponent index = definition.addAction();
        action("index-event", null).copyValues(index);
        index.setId("index-event");
        definition.addAction(moment("baseline", ActionRelationshipType.BEFORESTART, 0, 182));
        definition.addAction(moment("month-6", ActionRelationshipType.AFTERSTART, 122, 305));
        return definition;
    }

    /** A case-mix model of it, with every kind of covariate and every way to do without. */
    static Library model() {
        Library model = TestModel.of(Canonicals.BASE + "/PlanDefinition/" + ID, "1", "linear")
                .covariate("age", "age", null, "mean", "imputed", new DecimalType(70))
                .covariate("band", "age-band", "60-69", "own-category")
                .covariate("sex", "sex", "female", "own-category")
                .covariate("before", "score-before", null, "own-category")
                .covariate(
                        "flexion",
                        "score-before",
                        null,
                        "mean",
                        "imputed",
                        new DecimalType(90),
                        "score",
                        FLEXION.coding())
                .term("age", null, "70", "10", "-1.25")
                .term("band", "70-79", null, null, "0.5")
                .term("band", "missing", null, null, "0.25")
                .term("sex", "male", null, null, "1")
                .term("sex", "missing", null, null, "0.125")
                .term("before", null, "20", "3", "0.7")
                .term("before", "missing", null, null, "-3")
                .term("flexion", null, "90", "7", "0.3")
                .intercept("30")
                .fittedOn()
                .active()
                .library();
        model.setId(ID);
        return model.setUrl(Canonicals.BASE + "/Library/" + ID);
    }

    private static PlanDefinitionActionComponent moment(
            String code, ActionRelationshipType relationship, int from, int to) {
        PlanDefinitionActionComponent action = action("measurement-moment", code);
        action.addRelatedAction()
                .setActionId("index-event")
                .setRelationship(relationship)
                .setOffset(new Range().setLow(days(from)).setHigh(days(to)));
        action.addAction().setDefinition(new CanonicalType(Canonicals.BASE + "/Questionnaire/oxford-knee-score"));
        action.addAction()
                .addInput()
                .setType("Observation")
                .addCodeFilter()
                .setPath("code")
                .addCode(FLEXION.coding());
        return action;
    }

    private static PlanDefinitionActionComponent action(String kind, @org.jspecify.annotations.Nullable String moment) {
        PlanDefinitionActionComponent action = new PlanDefinitionActionComponent();
        action.addCode()
                .addCoding(new Coding().setSystem(CodeSystems.PATHWAY_ACTION).setCode(kind));
        if (moment != null) {
            action.addCode()
                    .addCoding(new Coding()
                            .setSystem(CodeSystems.MEASUREMENT_MOMENT)
                            .setCode(moment));
        }
        return action;
    }

    private static Quantity days(int days) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(days))
                .setUnit("days")
                .setSystem(Canonicals.ExternalCodeSystems.UCUM)
                .setCode("d");
    }
}
