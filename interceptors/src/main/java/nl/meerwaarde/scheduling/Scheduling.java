package nl.meerwaarde.scheduling;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.outcome.Courses;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.PatientRecords.Source;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Keeps questionnaire Tasks and their messages true to the record, in the running transaction, as the system and not as the caller. */
public class Scheduling {
    private final DaoRegistry daos;
    private final EntityManager entityManager;
    private final PatientRecords records;
    private final Function<CanonicalReference, Optional<Pathway>> pathways;
    private final Clock clock;

    /** @param pathways the pathways that episodes name, by canonical */
    public Scheduling(
            DaoRegistry daos,
            EntityManager entityManager,
            PatientRecords records,
            Function<CanonicalReference, Optional<Pathway>> pathways,
            Clock clock) {
        this.daos = daos;
        this.entityManager = entityManager;
        this.records = records;
        this.pathways = pathways;
        this.clock = clock;
    }

    /**
     * Writes what differs. The patient must be locked.
     *
     * @param record every entry of the patient and of the patients merged into them
     * @param person the surviving Patient's own entry, or null when the Patient is not stored here
     * @param written what this transaction wrote already, as it is stored
     * @return the record as it is afterwards
     */
    public List<RecordEntry> keep(
            List<RecordEntry> record,
            RecordEntry.@Nullable Person person,
            Map<Source, Resource> written,
            TransactionDetails details) {
        if (record.stream().noneMatch(Scheduling::isScheduled)) {
            return record;
        }
        Courses courses = Courses.of(record, pathways);
        Map<String, Standing> tasks = Schedule.of(record, person, courses);
        Map<String, MessageStanding> messages = new HashMap<>();
        Messages.of(record, tasks.values(), courses).forEach(message -> messages.put(message.message(), message));
        Writing writing = new Writing(written, details);
        List<RecordEntry> after = new ArrayList<>();
        for (RecordEntry entry : record) {
            after.add(writing.keep(entry, tasks, messages));
        }
        return after;
    }

    private static boolean isScheduled(RecordEntry entry) {
        return entry instanceof RecordEntry.Invitation task && task.scheduled() != null
                || entry instanceof RecordEntry.Reminder;
    }

    /**
     * Makes Tasks and messages that are not stored yet what they should be beside the record.
     *
     * @param record the record, with the entries of what is being planned
     * @param pathways the pathways that episodes name, by canonical
     */
    public static void preview(
            List<RecordEntry> record,
            RecordEntry.@Nullable Person person,
            Function<CanonicalReference, Optional<Pathway>> pathways,
            List<Task> tasks,
            List<CommunicationRequest> messages) {
        Courses courses = Courses.of(record, pathways);
        Map<String, Standing> standings = Schedule.of(record, person, courses);
        tasks.forEach(
                task -> Optional.ofNullable(standings.get(task.getIdElement().getIdPart()))
                        .ifPresent(standing -> QuestionnaireTasks.apply(task, standing)));
        Map<String, MessageStanding> byId = new HashMap<>();
        Messages.of(record, standings.values(), courses).forEach(message -> byId.put(message.message(), message));
        messages.forEach(
                message -> Optional.ofNullable(byId.get(message.getIdElement().getIdPart()))
                        .ifPresent(standing -> QuestionnaireTasks.apply(message, standing)));
    }

    private final class Writing {
        private final Map<Source, Resource> written;
        private final TransactionDetails details;

        Writing(Map<Source, Resource> written, TransactionDetails details) {
            this.written = written;
            this.details = details;
        }

        RecordEntry keep(RecordEntry entry, Map<String, Standing> tasks, Map<String, MessageStanding> messages) {
            if (entry instanceof RecordEntry.Invitation task) {
                Standing standing = tasks.get(task.id());
                return standing == null ? task : keep(task, standing);
            } else if (entry instanceof RecordEntry.Reminder message) {
                MessageStanding standing = messages.get(message.id());
                return standing == null ? message : keep(message, standing);
            }
            return entry;
        }

        private RecordEntry keep(RecordEntry.Invitation task, Standing standing) {
            return standing.isSaidBy(task)
                    ? task
                    : change(Task.class, task.id(), task, stored -> {
                        QuestionnaireTasks.apply(stored, standing);
                        stored.setLastModified(Date.from(clock.instant()));
                    });
        }

        private RecordEntry keep(RecordEntry.Reminder message, MessageStanding standing) {
            return standing.isSaidBy(message)
                    ? message
                    : change(
                            CommunicationRequest.class,
                            message.id(),
                            message,
                            stored -> QuestionnaireTasks.apply(stored, standing));
        }

        private <T extends Resource> RecordEntry change(
                Class<T> type, String id, RecordEntry before, Consumer<T> change) {
            Source source = new Source(type.getSimpleName(), id);
            Resource known = written.get(source);
            if (known != null) {
                // HAPI writes a resource twice in one transaction only when it has forgotten the first time: else it
                // looks for index rows that are not there yet.
                entityManager.flush();
                entityManager.clear();
            }
            T resource = type.cast(
                    known == null
                            ? daos.getResourceDao(type).read(new IdType(source.type(), id), new SystemRequestDetails())
                            : known.copy());
            resource.setId(new IdType(source.type(), id));
            change.accept(resource);
            daos.getResourceDao(type).update(resource, null, true, false, new SystemRequestDetails(), details);
            RecordEntry after = RecordReading.entry(resource).orElse(before);
            records.replace(source, after);
            return after;
        }
    }
}
