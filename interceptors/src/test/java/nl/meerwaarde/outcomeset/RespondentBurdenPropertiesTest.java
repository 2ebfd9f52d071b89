package nl.meerwaarde.outcomeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.score.Instruments;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** Laws of counting what several sets ask together. Six instruments share questions out of a small pool of codes. */
class RespondentBurdenPropertiesTest {
    private static final List<Set<Integer>> POOL =
            List.of(Set.of(1, 2, 3), Set.of(3, 4), Set.of(1, 2, 3, 4, 5), Set.of(6), Set.of(5, 6, 7, 8), Set.of());
    private static final Map<CanonicalReference, Instrument> INSTRUMENTS = IntStream.range(0, POOL.size())
            .mapToObj(RespondentBurdenPropertiesTest::instrument)
            .collect(Collectors.toMap(Instrument::canonical, instrument -> instrument));

    private final RespondentBurden burden = new RespondentBurden(INSTRUMENTS::get);

    /** Every code of the pool is asked once, whatever the sets. */
    @Property
    void togetherEveryQuestionIsAskedOnce(@ForAll("sets") List<Set<Integer>> sets) {
        Set<Integer> codes = sets.stream()
                .flatMap(Set::stream)
                .flatMap(i -> POOL.get(i).stream())
                .collect(Collectors.toSet());

        assertThat(together(sets)).isEqualTo(codes.size());
    }

    @Property
    void separatelyEverySetAsksAllItsInstruments(@ForAll("sets") List<Set<Integer>> sets) {
        int all = sets.stream()
                .flatMap(Set::stream)
                .mapToInt(i -> POOL.get(i).size())
                .sum();

        assertThat(separately(sets)).isEqualTo(all).isGreaterThanOrEqualTo(together(sets));
    }

    @Property
    void theOrderOfSetsDoesNotMatter(@ForAll("sets") List<Set<Integer>> sets, @ForAll long seed) {
        List<Set<Integer>> shuffled = new ArrayList<>(sets);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(together(shuffled)).isEqualTo(together(sets));
        assertThat(separately(shuffled)).isEqualTo(separately(sets));
    }

    @Property
    void aSetThatIsCountedTwiceAddsNothing(@ForAll("sets") List<Set<Integer>> sets) {
        List<Set<Integer>> twice = new ArrayList<>(sets);
        twice.addAll(sets);

        assertThat(together(twice)).isEqualTo(together(sets));
    }

    @Provide
    Arbitrary<List<Set<Integer>>> sets() {
        return Arbitraries.integers()
                .between(0, POOL.size() - 1)
                .set()
                .ofMaxSize(4)
                .list()
                .ofMaxSize(4);
    }

    private int together(List<Set<Integer>> sets) {
        return sittings(sets).stream().mapToInt(Sitting::questions).sum();
    }

    private int separately(List<Set<Integer>> sets) {
        return sittings(sets).stream().mapToInt(Sitting::questionsSeparately).sum();
    }

    private List<Sitting> sittings(List<Set<Integer>> sets) {
        List<WholeSet.Part> parts = sets.stream()
                .map(set -> new WholeSet.Part(
                        address("set", 1),
                        set.stream()
                                .map(RespondentBurdenPropertiesTest::measurement)
                                .toList()))
                .toList();
        return burden.sittings(parts, List.of("baseline"));
    }

    private static Measurement measurement(int instrument) {
        return new Measurement(
                Measurement.Kind.OUTCOME,
                new Code("https://example.org", "outcome-" + instrument),
                "Outcome",
                Reporter.PATIENT,
                Set.of(),
                new Measurement.Asked(address("Questionnaire", instrument)),
                List.of("baseline"));
    }

    private static Instrument instrument(int number) {
        Questionnaire questionnaire = new Questionnaire();
        questionnaire.setUrl(address("Questionnaire", number).url()).setVersion("1");
        for (int code : POOL.get(number)) {
            questionnaire
                    .addItem()
                    .setLinkId("item-" + code)
                    .setType(QuestionnaireItemType.INTEGER)
                    .addCode(new Coding("https://example.org", "item-" + code, null));
        }
        return Instruments.read(questionnaire);
    }

    private static CanonicalReference address(String type, int number) {
        return new CanonicalReference("https://example.org/" + type + "/" + number, "1");
    }
}
