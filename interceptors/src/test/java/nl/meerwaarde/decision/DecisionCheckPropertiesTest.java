package nl.meerwaarde.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Whatever is wrong with a decision, all of it is told, and nothing else. */
class DecisionCheckPropertiesTest {
    private static final String AGREED = "2026-03-10";

    /** A way to break a decision that leaves the other faults as they are. */
    private enum Fault {
        OTHER_EPISODE(
                ProblemCode.NOT_THE_PATIENTS,
                "partOf",
                plan -> plan.getPartOf().get(0).setReference("CarePlan/other")),
        OWN_PATHWAY(
                ProblemCode.DECISION_INCOMPLETE,
                "instantiatesCanonical",
                plan -> plan.addInstantiatesCanonical("http://example.org/pathway")),
        OTHER_CONDITION(
                ProblemCode.NOT_THE_PATIENTS,
                "addresses[1]",
                plan -> plan.addAddresses(new Reference("Condition/other"))),
        STRANGER(
                ProblemCode.NOT_IN_TEAM,
                "contributor[2]",
                plan -> plan.addContributor(new Reference("Practitioner/stranger"))),
        NAMELESS_OPTION(
                ProblemCode.DECISION_INCOMPLETE,
                "activity[3].detail.code",
                plan -> plan.getActivity().get(3).getDetail().setCode(null)),
        SAME_OPTION(
                ProblemCode.DUPLICATE_OPTION,
                "activity[2]",
                plan -> plan.getActivity().get(2).getDetail().setCode(text("wait"))),
        DEVIATION_WITHOUT_REASON(
                ProblemCode.REASON_MISSING,
                "activity[1].extension[0]",
                plan -> plan.getActivity()
                        .get(1)
                        .addExtension(complex(Extensions.OFF_GUIDELINE, "deviation", text("less-treatment")))),
        HARM_NOT_DISCUSSED(
                ProblemCode.DECISION_INCOMPLETE,
                "activity[0]",
                plan -> plan.getActivity().get(0).getExtension().remove(1)),
        OPTION_LEFT_OPEN(
                ProblemCode.DECISION_INCOMPLETE,
                "activity[1].detail.status",
                plan -> plan.getActivity().get(1).getDetail().setStatus(CarePlanActivityStatus.NOTSTARTED)),
        TICKED_UNDERSTANDING(
                ProblemCode.DECISION_INCOMPLETE,
                "extension",
                plan -> plan.addExtension(
                        complex(Extensions.PATIENT_UNDERSTANDING, "judgement", new StringType("yes")))),
        WISH_WITHOUT_REASON(
                ProblemCode.REASON_MISSING,
                "extension",
                plan -> plan.addExtension(complex(Extensions.DECLINED_WISH, "wish", new StringType("both knees")))),
        UNDATED_PROPOSAL(
                ProblemCode.DECISION_INCOMPLETE,
                "extension",
                plan -> plan.addExtension(complex(Extensions.MULTIDISCIPLINARY_PROPOSAL, "option", text("operate"))));

        private final ProblemCode code;
        private final String path;
        private final Consumer<CarePlan> breaking;

        Fault(ProblemCode code, String path, Consumer<CarePlan> breaking) {
            this.code = code;
            this.path = path;
            this.breaking = breaking;
        }

        boolean isToldBy(Problem problem) {
            boolean place = path.equals("extension")
                    ? problem.path().startsWith("CarePlan.extension[")
                    : problem.path().equals("CarePlan." + path);
            return problem.code() == code && place;
        }
    }

    @Provide
    Arbitrary<Set<Fault>> faults() {
        return Arbitraries.of(EnumSet.allOf(Fault.class)).set().ofMaxSize(Fault.values().length);
    }

    @Property
    void everyFaultIsToldOnceAndNoOther(@ForAll("faults") Set<Fault> faults) {
        CarePlan plan = decision();
        faults.forEach(fault -> fault.breaking.accept(plan));
        List<Problem> problems = problems(plan, List.of());
        assertThat(problems).hasSameSizeAs(faults);
        assertThat(faults).allSatisfy(fault -> assertThat(problems).anyMatch(fault::isToldBy));
    }

    /** What is still discussed may lack a choice and an agreement; the same decision, taken, may not. */
    @Property
    void onlyADecisionThatIsTakenNeedsAChoiceAndAnAgreement(@ForAll CarePlanStatus status) {
        CarePlan plan = decision().setStatus(status);
        plan.getExtension().clear();
        boolean taken = Set.of(CarePlanStatus.ACTIVE, CarePlanStatus.ONHOLD, CarePlanStatus.COMPLETED)
                .contains(status);
        assertThat(problems(plan, List.of()))
                .extracting(Problem::code)
                .containsExactlyElementsOf(
                        taken ? List.of(ProblemCode.DECISION_INCOMPLETE, ProblemCode.AGREEMENT_MISSING) : List.of());
    }

    /** A treatment on the day of the agreement or later is fine, one on an earlier day is not. */
    @Property
    void treatmentFollowsAgreement(@ForAll @IntRange(min = -400, max = 400) int days) {
        DateSpan treatment = DateSpan.day(LocalDate.parse(AGREED).plusDays(days));
        assertThat(problems(decision(), List.of(treatment)))
                .extracting(Problem::code)
                .containsExactlyElementsOf(days < 0 ? List.of(ProblemCode.TREATMENT_BEFORE_AGREEMENT) : List.of());
    }

    private static List<Problem> problems(CarePlan plan, List<DateSpan> treatments) {
        Surroundings surroundings = new Surroundings(
                Set.of("CarePlan/episode"), Set.of("Condition/knee"), Set.of("Practitioner/surgeon"), treatments);
        return new DecisionCheck(new SharedDecision(plan), surroundings).problems();
    }

    private static CarePlan decision() {
        CarePlan plan = new CarePlan();
        plan.setId("decision");
        plan.setStatus(CarePlanStatus.ACTIVE).setSubject(new Reference("Patient/p"));
        plan.addPartOf(new Reference("CarePlan/episode"));
        plan.addAddresses(new Reference("Condition/knee"));
        plan.addContributor(new Reference("Patient/p")).addContributor(new Reference("Practitioner/surgeon"));
        plan.addExtension(new Extension(Extensions.DECISION_CHOICE, text("operate")));
        Extension agreement = complex(Extensions.DECISION_AGREEMENT, "by", new Reference("Patient/p"));
        agreement.addExtension("date", new DateTimeType(AGREED));
        plan.addExtension(agreement);
        CarePlanActivityComponent chosen = option("operate", CarePlanActivityStatus.SCHEDULED);
        for (String aspect : List.of("benefit", "harm")) {
            Extension discussed = complex(Extensions.OPTION_DISCUSSED, "aspect", new CodeType(aspect));
            discussed.addExtension("text", new StringType("told"));
            chosen.addExtension(discussed);
        }
        List<CarePlanActivityComponent> options = new ArrayList<>(List.of(chosen));
        for (String other : List.of("wait", "exercise", "injection")) {
            options.add(option(other, CarePlanActivityStatus.CANCELLED));
        }
        return plan.setActivity(options);
    }

    private static CarePlanActivityComponent option(String name, CarePlanActivityStatus status) {
        CarePlanActivityComponent option = new CarePlanActivityComponent();
        option.getDetail().setCode(text(name)).setStatus(status);
        return option;
    }

    private static CodeableConcept text(String text) {
        return new CodeableConcept().setText(text);
    }

    private static Extension complex(String url, String part, Type value) {
        Extension extension = new Extension(url);
        extension.addExtension(part, value);
        return extension;
    }
}
