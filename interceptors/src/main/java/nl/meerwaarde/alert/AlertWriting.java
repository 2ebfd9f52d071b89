package nl.meerwaarde.alert;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meerwaarde.fhir.Fingerprint;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Writes alerts in the running transaction, as the system and not as the caller: a patient may answer without being allowed to write Tasks. */
class AlertWriting {
    private final DaoRegistry daos;
    private final AlertPolicies policies;
    private final RaisedAlerts raised;
    private final Clock clock;

    AlertWriting(DaoRegistry daos, AlertPolicies policies, RaisedAlerts raised, Clock clock) {
        this.daos = daos;
        this.policies = policies;
        this.raised = raised;
        this.clock = clock;
    }

    /** Raises the alerts of a response that is not stored, or not yet; those that were raised already stay as they are. */
    void alone(AlarmingResponse response, Subject subject, TransactionDetails details) {
        for (Alarm alarm : response.alarms()) {
            new Writing(response, alarm, subject, null, details).raise(List.of());
        }
    }

    /**
     * Raises the alerts of a response that was stored, or tells those that were raised already which response it is.
     *
     * @param id of the response
     * @param arrivedAs how its subject was called when it arrived
     */
    void storedWith(
            String id, AlarmingResponse response, Subject subject, String arrivedAs, TransactionDetails details) {
        for (Alarm alarm : response.alarms()) {
            List<String> before = arrivedAs.isEmpty() ? List.of() : List.of(series(arrivedAs, response, alarm));
            new Writing(response, alarm, subject, id, details).raise(before);
        }
    }

    /** Says on the tasks of a response that it was a mistake. */
    void responseWasMistake(String responseId, TransactionDetails details) {
        for (RaisedAlert alert : raised.ofResponse(responseId)) {
            task(alert.id()).ifPresent(task -> {
                AlertResources.noteMistake(task, clock.instant());
                store(task, details);
            });
        }
    }

    /** Takes the next step of an alert's escalation, if it is still due. */
    void escalate(String id, Instant now) {
        Optional<RaisedAlert> due = raised.lockDue(id, now);
        if (due.isEmpty()) {
            return;
        }
        Optional<AlertPolicy> policy = policies.find(due.get().alert());
        List<AlertPolicy.Step> steps = policy.map(AlertPolicy::steps).orElse(List.of());
        Optional<Task> waiting = task(id).filter(TaskProgress::isWaiting);
        int taken = due.get().steps();
        if (waiting.isEmpty() || taken >= steps.size()) {
            raised.stepsTaken(id, taken, null);
            return;
        }
        Instant next = taken + 1 < steps.size()
                ? due.get().raisedAt().plus(steps.get(taken + 1).after())
                : null;
        raised.stepsTaken(id, taken + 1, next);
        AlertResources.escalate(waiting.get(), steps.get(taken), now);
        store(waiting.get(), new TransactionDetails());
    }

    private static String series(String subject, AlarmingResponse response, Alarm alarm) {
        return Fingerprint.of(
                String.join("\n", subject, response.questionnaire().url(), alarm.key()));
    }

    private Optional<Task> task(String id) {
        return read(Task.class, id);
    }

    /** A person may have deleted it. */
    private <T extends Resource> Optional<T> read(Class<T> type, String id) {
        try {
            return Optional.of(
                    daos.getResourceDao(type).read(new IdType(type.getSimpleName(), id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // the DAO of a resource's own class
    private <T extends Resource> void store(T resource, TransactionDetails details) {
        daos.getResourceDao((Class<T>) resource.getClass())
                .update(resource, null, true, false, new SystemRequestDetails(), details);
    }

    /** The writing of one alert. */
    private final class Writing {
        private final AlarmingResponse response;
        private final Alarm alarm;
        private final Subject subject;
        private final @Nullable String storedAs;
        private final TransactionDetails details;
        private final Instant now = clock.instant();

        Writing(
                AlarmingResponse response,
                Alarm alarm,
                Subject subject,
                @Nullable String storedAs,
                TransactionDetails details) {
            this.response = response;
            this.alarm = alarm;
            this.subject = subject;
            this.storedAs = storedAs;
            this.details = details;
        }

        /** @param before series under which it may have been raised before its subject was stored */
        void raise(List<String> before) {
            Optional<AlertPolicy> policy = policies.find(alarm.alert());
            if (policy.isPresent() && !policy.get().active()) {
                return;
            }
            // Nobody can say whether two unknown persons are the same.
            String person =
                    subject.isKnown() ? subject.key() : UUID.randomUUID().toString();
            String series = series(person, response, alarm);
            raised.lock(series);
            Optional<RaisedAlert> earlier = earlier(series, before);
            if (earlier.isEmpty()) {
                write(policy, series);
            } else if (storedAs != null && earlier.get().response() == null) {
                attach(earlier.get().id(), series, storedAs);
            }
        }

        private Optional<RaisedAlert> earlier(String series, List<String> before) {
            String responseId = storedAs == null ? response.id() : storedAs;
            List<RaisedAlert> candidates = new ArrayList<>(raised.ofSeries(series));
            before.forEach(other -> candidates.addAll(raised.ofSeries(other)));
            return candidates.stream()
                    .filter(alert -> alert.covers(responseId, response.authoredText(), now))
                    .findFirst();
        }

        private void write(Optional<AlertPolicy> policy, String series) {
            String id = UUID.randomUUID().toString();
            if (subject.isKnown()) {
                store(AlertResources.flag(id, alarm, policy, subject, now), details);
            }
            Task task = AlertResources.task(id, response, alarm, policy, subject, now);
            if (storedAs != null) {
                task.setFocus(focus(storedAs));
            }
            store(task, details);
            Instant nextStep = policy.map(AlertPolicy::steps).orElse(List.of()).stream()
                    .findFirst()
                    .map(step -> now.plus(step.after()))
                    .orElse(null);
            raised.add(
                    new RaisedAlert(id, alarm.alert(), storedAs, response.authoredText(), now, false, 0),
                    series,
                    nextStep);
        }

        private void attach(String id, String series, String stored) {
            raised.attach(id, series, stored);
            read(Flag.class, id)
                    .filter(flag -> !flag.getSubject().hasReference())
                    .ifPresent(flag -> {
                        flag.setSubject(subject.reference());
                        store(flag, details);
                    });
            task(id).ifPresent(task -> {
                task.setFocus(focus(stored)).setFor(subject.reference());
                store(task, details);
            });
        }

        private static Reference focus(String response) {
            return new Reference("QuestionnaireResponse/" + response);
        }
    }
}
