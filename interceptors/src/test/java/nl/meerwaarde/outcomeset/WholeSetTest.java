package nl.meerwaarde.outcomeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import org.junit.jupiter.api.Test;

class WholeSetTest {
    private static final OutcomeSet CORE = set("core");

    @Test
    void aTakenSetIsMeasuredAtItsOwnMoments() {
        OutcomeSet knee = set("knee", taken("core"));

        assertThat(at("month-12", whole(knee, CORE)))
                .extracting(Measurement::title)
                .containsExactly("core", "knee");
    }

    @Test
    void aTakenSetIsMeasuredAtTheMomentsThatTheTakerNames() {
        OutcomeSet knee = set("knee", taken("core", "month-3"));

        assertThat(at("month-3", whole(knee, CORE)))
                .extracting(Measurement::title)
                .containsExactly("core");
        assertThat(at("month-12", whole(knee, CORE)))
                .extracting(Measurement::title)
                .containsExactly("knee");
    }

    @Test
    void theMomentsOfTheOutermostTakerCount() {
        OutcomeSet knee = set("knee", taken("core", "month-3"));
        OutcomeSet own = set("own", taken("knee", "month-6"));

        assertThat(at("month-6", whole(own, knee, CORE)))
                .extracting(Measurement::title)
                .containsExactly("core", "knee");
        assertThat(at("month-3", whole(own, knee, CORE))).isEmpty();
    }

    /** What makes comparison fair is fixed before treatment, whenever outcomes are measured. */
    @Test
    void caseMixVariablesStayAtTheirOwnMoments() {
        OutcomeSet taken = new OutcomeSet(
                address("taken"),
                true,
                List.of(measurement(Measurement.Kind.CASE_MIX_VARIABLE, "age", "baseline")),
                List.of());

        assertThat(whole(set("own", taken("taken", "month-3")), taken).measurements())
                .extracting(Measurement::title, Measurement::moments)
                .containsExactly(tuple("age", List.of("baseline")), tuple("own", List.of("month-12")));
    }

    @Test
    void whatIsTakenInTwoWaysIsTakenOnce() {
        OutcomeSet knee = set("knee", taken("core"));
        OutcomeSet own = set("own", taken("core"), taken("knee"));

        assertThat(whole(own, knee, CORE).measurements())
                .extracting(Measurement::title)
                .containsExactly("core", "knee", "own");
    }

    @Test
    void setsThatTakeEachOtherEnd() {
        OutcomeSet hen = set("hen", taken("egg", "month-3"));
        OutcomeSet egg = set("egg", taken("hen", "month-6"));

        assertThat(whole(hen, egg).measurements())
                .extracting(Measurement::title)
                .contains("hen", "egg");
    }

    @Test
    void aSetThatIsNotThereIsNamed() {
        assertThat(whole(set("knee", taken("core"))).unknown()).containsExactly(address("core"));
    }

    private static Stream<Measurement> at(String moment, WholeSet set) {
        return set.measurements().filter(measurement -> measurement.moments().contains(moment));
    }

    private static WholeSet whole(OutcomeSet set, OutcomeSet... others) {
        return WholeSet.of(set, canonical -> find(canonical, set, others));
    }

    private static Optional<OutcomeSet> find(CanonicalReference canonical, OutcomeSet set, OutcomeSet... others) {
        return Stream.concat(Stream.of(set), Stream.of(others))
                .filter(known -> known.canonical().equals(canonical))
                .findFirst();
    }

    /** Measures one thing, at twelve months. */
    private static OutcomeSet set(String name, OutcomeSet.TakenSet... taken) {
        return new OutcomeSet(
                address(name), true, List.of(measurement(Measurement.Kind.OUTCOME, name, "month-12")), List.of(taken));
    }

    private static Measurement measurement(Measurement.Kind kind, String name, String moment) {
        return new Measurement(
                kind,
                new Code("https://example.org", name),
                name,
                Reporter.PATIENT,
                Set.of(),
                new Measurement.Asked(new CanonicalReference("https://example.org/Questionnaire/" + name, null)),
                List.of(moment));
    }

    private static OutcomeSet.TakenSet taken(String name, String... moments) {
        return new OutcomeSet.TakenSet(address(name), List.of(moments));
    }

    private static CanonicalReference address(String name) {
        return new CanonicalReference("https://example.org/PlanDefinition/" + name, "1");
    }
}
