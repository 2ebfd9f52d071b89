package nl.meerwaarde.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;

/** Record entries of a knee replacement, and the pathways they follow. Days are counted from the operation. */
final class Records {
    static final String KNEE = "http://example.org/Questionnaire/knee";
    static final String HEALTH = "http://example.org/Questionnaire/health";
    static final String KNEE_SCORE = "http://example.org/scores|knee";
    static final LocalDate OPERATION = LocalDate.of(2025, 6, 1);

    private static final Pathway REVISION =
            new Pathway(new CanonicalReference("http://example.org/revision", "1"), Set.of(), moments(), List.of());
    private static final Pathway PRIMARY = new Pathway(
            new CanonicalReference("http://example.org/primary", "1"),
            Set.of(),
            moments(),
            List.of(
                    new Pathway.Event(
                            "revision",
                            null,
                            Set.of(),
                            "http://example.org/revision",
                            new Pathway.Window(0, 36525),
                            true),
                    new Pathway.Event("readmission", "Encounter", Set.of(), null, new Pathway.Window(1, 30), false)));

    private Records() {}

    private static List<Pathway.Moment> moments() {
        return List.of(
                new Pathway.Moment("baseline", 0, new Pathway.Window(-182, 0), Set.of(KNEE, HEALTH), Set.of()),
                new Pathway.Moment(
                        "month-6",
                        183,
                        new Pathway.Window(122, 305),
                        Set.of(KNEE, HEALTH),
                        Set.of(new Code("http://loinc.org", "bmi"))),
                new Pathway.Moment("month-12", 365, new Pathway.Window(306, 548), Set.of(KNEE), Set.of()));
    }

    static Optional<Pathway> pathways(CanonicalReference canonical) {
        return Optional.ofNullable(Map.of(PRIMARY.canonical(), PRIMARY, REVISION.canonical(), REVISION)
                .get(canonical));
    }

    static RecordEntry episode(String id, String side) {
        return new RecordEntry.Episode(id, "http://example.org/primary|1", side, "author-org", "active", List.of());
    }

    static RecordEntry treatedBy(String id, String... teams) {
        return new RecordEntry.Episode(
                id, "http://example.org/primary|1", null, "author-org", "active", List.of(), null, List.of(teams));
    }

    static RecordEntry revision(String id, String side) {
        return new RecordEntry.Episode(id, "http://example.org/revision|1", side, "author-org", "active", List.of());
    }

    static RecordEntry operation(String id, String episode, int day) {
        return new RecordEntry.Event("Procedure", id, List.of(episode), List.of(), day(day), "hospital", null, true);
    }

    static RecordEntry stay(String id, int day) {
        return new RecordEntry.Event("Encounter", id, List.of(), List.of(), day(day), null, null, false);
    }

    static RecordEntry knee(String id, int day, int score) {
        return response(id, KNEE, true, day(day), List.of(), null, null, "patient", score);
    }

    static RecordEntry kneeOf(String id, String side, int day, int score) {
        return response(id, KNEE, true, day(day), List.of(), null, side, "patient", score);
    }

    static RecordEntry kneeByProxy(String id, int day, int score) {
        return response(id, KNEE, true, day(day), List.of(), null, null, "proxy", score);
    }

    static RecordEntry kneeAtMoment(String id, String episode, String moment, DateSpan authored, int score) {
        return response(id, KNEE, true, authored, List.of(episode), moment, null, "patient", score);
    }

    static RecordEntry health(String id, int day, int score) {
        return response(id, HEALTH, false, day(day), List.of(), null, null, "patient", score);
    }

    private static RecordEntry response(
            String id,
            String questionnaire,
            boolean sideSpecific,
            DateSpan authored,
            List<String> episodes,
            String moment,
            String side,
            String respondent,
            int score) {
        String code = questionnaire.equals(KNEE) ? KNEE_SCORE : "http://example.org/scores|health";
        return new RecordEntry.Response(
                id,
                questionnaire + "|1",
                sideSpecific,
                authored,
                episodes,
                moment,
                side,
                respondent,
                "nl",
                "web",
                List.of(),
                List.of(new RecordEntry.Score(code, BigDecimal.valueOf(score))));
    }

    static RecordEntry bmi(String id, int day, String value) {
        return new RecordEntry.Measurement(
                id, List.of("http://loinc.org|bmi"), new BigDecimal(value), day(day), List.of(), null, null);
    }

    static DateSpan day(int fromOperation) {
        return DateSpan.day(OPERATION.plusDays(fromOperation));
    }

    static RecordEntry.Person alive() {
        return new RecordEntry.Person(
                "female",
                DateSpan.day(LocalDate.of(1955, 5, 5)),
                null,
                null,
                false,
                null,
                RecordEntry.Background.UNKNOWN);
    }

    static RecordEntry.Person died(int day) {
        return new RecordEntry.Person(
                "female",
                DateSpan.day(LocalDate.of(1955, 5, 5)),
                null,
                day(day),
                true,
                null,
                RecordEntry.Background.UNKNOWN);
    }
}
