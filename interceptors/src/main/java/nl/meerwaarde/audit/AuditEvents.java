package nl.meerwaarde.audit;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** Entries as AuditEvents of IHE's Basic Audit Log Patterns, with a sentence that a patient understands. */
class AuditEvents {
    private static final String UNNAMED = "not named";

    private final AccessSentence sentence;
    private final Function<String, String> names;

    /** @param names what somebody is called by a reference; empty when that is not known */
    AuditEvents(AccessSentence sentence, Function<String, String> names) {
        this.sentence = sentence;
        this.names = names;
    }

    AuditEvent of(AuditEntry entry) {
        BalpPattern pattern = BalpPattern.nearest(entry.target().interaction());
        AuditEvent event = new AuditEvent();
        event.setId("AuditEvent/" + entry.id());
        event.getMeta().setLastUpdated(Date.from(entry.recorded()));
        if (entry.succeeded()) {
            BalpPattern.of(entry.target().interaction())
                    .ifPresent(known -> event.getMeta()
                            .addProfile(known.profile(!entry.patient().isEmpty())));
        }
        event.setType(AuditCodes.rest());
        String interaction = entry.target().interaction().code();
        event.addSubtype(new Coding(AuditCodes.INTERACTION, interaction, interaction));
        event.setAction(AuditEventAction.fromCode(entry.target().interaction().action()));
        event.setRecorded(Date.from(entry.recorded()));
        event.setOutcome(AuditEventOutcome.fromCode(entry.outcome()));
        event.setOutcomeDesc(outcome(entry));
        if (!entry.reason().isEmpty()) {
            event.addPurposeOfEvent(brokenGlass(entry));
        }
        addAgents(entry, pattern, event);
        event.getSource().setObserver(named(entry.origin().server())).addType(AuditCodes.applicationServer());
        addEntities(entry, event);
        describe(entry, event);
        return event;
    }

    private static String outcome(AuditEntry entry) {
        String status = "HTTP " + entry.status();
        return entry.denial().equals(AuditEntry.Denial.NONE)
                ? status
                : status + ", " + entry.denial().cause() + ", " + entry.denial().times()
                        + (entry.denial().times() == 1 ? " request" : " requests");
    }

    private void describe(AuditEntry entry, AuditEvent event) {
        event.setLanguage(sentence.language());
        event.getText().setStatus(NarrativeStatus.GENERATED);
        XhtmlNode division = new XhtmlNode(NodeType.Element, "div");
        division.addTag("p").addText(sentence.of(entry, names));
        event.getText().setDiv(division);
    }

    private void addAgents(AuditEntry entry, BalpPattern pattern, AuditEvent event) {
        Agent agent = entry.agent();
        AuditEventAgentComponent client = event.addAgent();
        client.setType(new CodeableConcept(pattern.client())).setRequestor(false);
        client.setWho(agent.client().isEmpty() ? named("") : identified(agent.issuer(), agent.client()));
        client.getNetwork().setAddress(entry.origin().address()).setType(AuditEventAgentNetworkType._2);
        AuditEventAgentComponent server = event.addAgent();
        server.setType(new CodeableConcept(pattern.server())).setRequestor(false);
        server.setWho(named(entry.origin().server()));
        server.getNetwork().setAddress(entry.origin().server()).setType(AuditEventAgentNetworkType._5);
        if (!agent.subject().isEmpty()) {
            event.addAgent(user(entry, pattern));
        }
        if (!agent.organization().isEmpty()) {
            event.addAgent(other(AuditCodes.responsible(), agent.organization()));
        }
        if (!agent.represented().isEmpty() && !agent.represented().equals(agent.person())) {
            event.addAgent(other(AuditCodes.subject(), agent.represented()));
        }
    }

    private AuditEventAgentComponent user(AuditEntry entry, BalpPattern pattern) {
        Agent agent = entry.agent();
        AuditEventAgentComponent user = new AuditEventAgentComponent();
        user.setType(new CodeableConcept(pattern.user())).setRequestor(true);
        Reference who = identified(agent.issuer(), agent.subject());
        if (!agent.person().isEmpty()) {
            who.setReference(agent.person());
        }
        String name = names.apply(agent.person());
        if (!name.isEmpty()) {
            user.setName(name);
        }
        words(agent.roles()).forEach(role -> user.addRole().setText(role));
        words(agent.scopes()).forEach(scope -> user.getPolicy().add(new UriType(scope)));
        if (!entry.reason().isEmpty()) {
            user.addPurposeOfUse(brokenGlass(entry));
        }
        return user.setWho(who);
    }

    private AuditEventAgentComponent other(Coding type, String reference) {
        AuditEventAgentComponent other = new AuditEventAgentComponent();
        other.setType(new CodeableConcept(type)).setRequestor(false).setWho(new Reference(reference));
        String name = names.apply(reference);
        if (!name.isEmpty()) {
            other.setName(name);
        }
        return other;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }

    private static CodeableConcept brokenGlass(AuditEntry entry) {
        return new CodeableConcept(AuditCodes.breakTheGlass()).setText(entry.reason());
    }

    private static Reference identified(String system, String value) {
        Reference reference = new Reference();
        reference.getIdentifier().setValue(value);
        if (!system.isEmpty()) {
            reference.getIdentifier().setSystem(system.contains(":") ? system : "urn:meerwaarde:" + system);
        }
        return reference;
    }

    private static Reference named(String name) {
        return new Reference().setDisplay(name.isEmpty() ? UNNAMED : name);
    }

    private static void addEntities(AuditEntry entry, AuditEvent event) {
        Target target = entry.target();
        if (!entry.origin().request().isEmpty()) {
            AuditEventEntityComponent request = event.addEntity().setType(AuditCodes.request());
            request.getWhat().getIdentifier().setValue(entry.origin().request());
        }
        event.addEntity(isAboutOne(target) ? data(entry) : query(entry));
        if (!entry.patient().isEmpty()) {
            event.addEntity()
                    .setType(AuditCodes.person())
                    .setRole(AuditCodes.patient())
                    .setWhat(new Reference("Patient/" + entry.patient()));
        }
    }

    /** Whether the resource says it all; otherwise the address that was asked does. */
    private static boolean isAboutOne(Target target) {
        return target.interaction().isWrite()
                || target.interaction() == Interaction.READ
                || target.interaction() == Interaction.VREAD;
    }

    private static AuditEventEntityComponent data(AuditEntry entry) {
        Target target = entry.target();
        AuditEventEntityComponent data = new AuditEventEntityComponent();
        data.setType(AuditCodes.systemObject()).setRole(AuditCodes.domainResource());
        if (target.id().isEmpty()) {
            data.getWhat().setDisplay(target.type().isEmpty() ? UNNAMED : target.type());
        } else {
            String version = target.version().isEmpty() ? "" : "/_history/" + target.version();
            data.getWhat().setReference(target.type() + "/" + target.id() + version);
        }
        if (entry.query().contains("?")) {
            data.setDescription(entry.query());
        }
        return data;
    }

    private static AuditEventEntityComponent query(AuditEntry entry) {
        AuditEventEntityComponent query = new AuditEventEntityComponent();
        query.setType(AuditCodes.systemObject()).setRole(AuditCodes.query());
        query.setQuery((entry.origin().server() + "/" + entry.query()).getBytes(StandardCharsets.UTF_8));
        if (!entry.target().operation().isEmpty()) {
            query.setDescription(entry.target().operation());
        }
        return query;
    }
}
