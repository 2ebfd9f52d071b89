package nl.meerwaarde.scheduling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.outcome.Courses;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;

/** Random records of a patient with a few episodes, their Tasks and messages, and much that may have happened. */
final class Episodes {
    static final String KNEE = "http://example.org/Questionnaire/knee";
    static final String HEALTH = "http://example.org/Questionnaire/health";
    private static final LocalDate AROUND = LocalDate.of(2026, 3, 1);
    private static final List<String> SIDES = List.of("7771000", "24028007");
    private static final List<String> SAID = List.of(
            "requested",
            "requested",
            "requested",
            "accepted",
            "in-progress",
            "rejected",
            "cancelled",
            "on-hold",
            "completed",
            "draft");
    private static final Pathway PATHWAY = pathway("http://example.org/primary", "1", 122, 305);
    private static final Pathway NEWER = pathway("http://example.org/primary", "2", 150, 280);

    private final Random random;
    private final List<RecordEntry> record = new ArrayList<>();

    private Episodes(long seed) {
        random = new Random(seed);
    }

    static List<RecordEntry> record(long seed) {
        return new Episodes(seed).make();
    }

    static RecordEntry.Person person(boolean dead) {
        return new RecordEntry.Person("female", null, null, null, dead, null, RecordEntry.Background.UNKNOWN);
    }

    static Courses courses(List<RecordEntry> record) {
        return Courses.of(record, Episodes::pathways);
    }

    static Map<String, Standing> schedule(List<RecordEntry> record, boolean dead) {
        return Schedule.of(record, person(dead), courses(record));
    }

    private static Pathway pathway(String url, String version, int opens, int closes) {
        return new Pathway(
                new CanonicalReference(url, version),
                Set.of(),
                List.of(
                        new Pathway.Moment("baseline", 0, new Pathway.Window(-182, 0), Set.of(KNEE, HEALTH), Set.of()),
                        new Pathway.Moment(
                                "month-6", 183, new Pathway.Window(opens, closes), Set.of(KNEE, HEALTH), Set.of()),
                        new Pathway.Moment("month-12", 365, new Pathway.Window(306, 548), Set.of(HEALTH), Set.of())),
                List.of());
    }

    private static Optional<Pathway> pathways(CanonicalReference canonical) {
        return Optional.ofNullable(
                Map.of(PATHWAY.canonical(), PATHWAY, NEWER.canonical(), NEWER).get(canonical));
    }

    private List<RecordEntry> make() {
        int episodes = 1 + random.nextInt(3);
        for (int i = 0; i < episodes; i++) {
            episode("e" + i);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            response("r" + i);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            decision("d" + i);
        }
        if (random.nextInt(8) == 0) {
            record.add(new RecordEntry.Refusal("c", random.nextBoolean() ? List.of() : List.of("e0")));
        }
        return record;
    }

    private void episode(String id) {
        String side = one(SIDES);
        record.add(new RecordEntry.Episode(
                id,
                "http://example.org/primary|" + one(List.of("1", "1", "2", "unknown")),
                side,
                null,
                one(List.of("active", "active", "active", "active", "on-hold", "revoked", "completed", "draft")),
                List.of()));
        if (random.nextInt(4) > 0) {
            record.add(new RecordEntry.PlannedEvent(
                    "s" + id, List.of(id), List.of(), day(60), side, true, random.nextInt(5) == 0));
        }
        if (random.nextBoolean()) {
            record.add(new RecordEntry.Event("Procedure", "p" + id, List.of(id), List.of(), day(60), null, side, true));
        }
        for (String moment : List.of("baseline", "month-6", "month-12")) {
            task(id, moment, KNEE, side);
            task(id, moment, HEALTH, null);
            record.add(new RecordEntry.Reminder(
                    "m" + id + moment,
                    List.of(id),
                    moment,
                    one(List.of("invitation", "first-reminder", "last-reminder")),
                    null,
                    one(List.of("active", "active", "completed", "revoked")),
                    null));
        }
    }

    /** One that is gone left its Task behind. */
    private void decision(String id) {
        if (random.nextInt(5) > 0) {
            record.add(new RecordEntry.Decision(id, one(List.of("active", "active", "completed", "revoked", "draft"))));
        }
        LocalDate agreed = AROUND.plusDays(random.nextInt(60));
        record.add(new RecordEntry.Invitation(
                "t" + id,
                List.of(id),
                HEALTH,
                null,
                null,
                one(SAID),
                new RecordEntry.Scheduled(null, agreed, agreed.plusDays(14), null, null, null)));
    }

    private void task(String episode, String moment, String questionnaire, String side) {
        record.add(new RecordEntry.Invitation(
                "t" + episode + moment + questionnaire,
                List.of(episode),
                questionnaire,
                moment,
                random.nextInt(10) == 0 ? "r1" : null,
                one(SAID),
                new RecordEntry.Scheduled(side, null, null, null, null, null)));
    }

    private void response(String id) {
        boolean knee = random.nextBoolean();
        record.add(new RecordEntry.Response(
                id,
                (knee ? KNEE : HEALTH) + "|1",
                knee,
                day(400),
                random.nextInt(3) == 0 ? List.of(one(List.of("e0", "d1"))) : List.of(),
                random.nextInt(5) == 0 ? "month-6" : null,
                knee ? one(SIDES) : null,
                "patient",
                "nl",
                "web",
                List.of(),
                List.of()));
    }

    private DateSpan day(int spread) {
        return DateSpan.day(AROUND.plusDays(random.nextInt(2 * spread) - spread));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
