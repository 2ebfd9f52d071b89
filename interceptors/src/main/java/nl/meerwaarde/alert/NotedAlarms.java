package nl.meerwaarde.alert;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;

/** The alarming responses of one request, from its arrival to its answer. */
final class NotedAlarms {
    private static final String KEY = NotedAlarms.class.getName();

    private final List<Note> notes = new ArrayList<>();

    /** One alarming response and how far its alerts are. */
    static final class Note {
        /** Stands for a response that came alone, or in a Bundle at a place that is not known. */
        static final int NOWHERE = -1;

        private final int entry;
        private final AlarmingResponse response;
        private boolean found;
        private boolean raised;
        private boolean stored;

        Note(int entry, AlarmingResponse response) {
            this.entry = entry;
            this.response = response;
        }

        /** Its place in the Bundle, from 0; negative when it came in none. */
        int entry() {
            return entry;
        }

        AlarmingResponse response() {
            return response;
        }

        /** Its alerts were committed, apart from it. */
        void raised() {
            raised = true;
        }

        /** It was committed, with its alerts. */
        void stored() {
            stored = true;
        }

        boolean isOpen() {
            return !raised && !stored;
        }
    }

    /** Those of a request, also of one entry of its Bundle. */
    static NotedAlarms of(RequestDetails request) {
        return (NotedAlarms) request.getUserData().computeIfAbsent(KEY, key -> new NotedAlarms());
    }

    /** Those of a request, where there are any. */
    static List<Note> notedBy(RequestDetails request) {
        return request.getUserData().get(KEY) instanceof NotedAlarms noted ? List.copyOf(noted.notes) : List.of();
    }

    Note add(int entry, AlarmingResponse response) {
        Note note = new Note(entry, response);
        notes.add(note);
        return note;
    }

    /** The note of a response that is stored now: made when it arrived, or else new. Its subject may have got its real reference meanwhile. */
    Note find(AlarmingResponse response) {
        Note found = notes.stream()
                .filter(note -> !note.found && note.response.sameAnswers(response))
                .filter(note -> isSamePerson(note.response, response))
                .findFirst()
                .orElseGet(() -> add(Note.NOWHERE, response));
        found.found = true;
        return found;
    }

    private static boolean isSamePerson(AlarmingResponse arrived, AlarmingResponse stored) {
        String before = arrived.subject().getReferenceElement().getIdPart();
        String now = stored.subject().getReferenceElement().getIdPart();
        boolean hadPlaceholder =
                !"Patient".equals(arrived.subject().getReferenceElement().getResourceType());
        return hadPlaceholder || String.valueOf(before).equals(now);
    }
}
