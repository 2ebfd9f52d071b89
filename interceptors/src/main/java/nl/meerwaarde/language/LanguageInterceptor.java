package nl.meerwaarde.language;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.fhir.AcceptedLanguages;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** Answers in the language that {@code Accept-Language} asks for, and says in {@code Content-Language} which it is. Without the header nothing changes. */
@Interceptor
public class LanguageInterceptor {
    /** After the hooks that still add texts, before those of a host that render the answer. */
    private static final int AFTER_THE_AUTHORS = 1_000;

    private static final Set<RestOperationTypeEnum> READING = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.SEARCH_SYSTEM,
            RestOperationTypeEnum.GET_PAGE,
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.HISTORY_TYPE,
            RestOperationTypeEnum.HISTORY_SYSTEM,
            RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE,
            RestOperationTypeEnum.EXTENDED_OPERATION_TYPE,
            RestOperationTypeEnum.EXTENDED_OPERATION_SERVER);

    private final Translation translation;

    LanguageInterceptor(Translation translation) {
        this.translation = translation;
    }

    /** What was asked for. What was written is given back as it is stored; only what the server says about it is translated. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = AFTER_THE_AUTHORS)
    public void translate(RequestDetails request, ResponseDetails answer) {
        translate(request, answer, READING.contains(request.getRestOperationType()));
    }

    /** What is wrong. */
    @Hook(value = Pointcut.SERVER_OUTGOING_FAILURE_OPERATIONOUTCOME, order = AFTER_THE_AUTHORS)
    public void translateProblems(RequestDetails request, ResponseDetails answer) {
        translate(request, answer, false);
    }

    private void translate(RequestDetails request, ResponseDetails answer, boolean everything) {
        AcceptedLanguages accepted = AcceptedLanguages.of(request);
        if (!(answer.getResponseResource() instanceof Resource resource)) {
            return;
        }
        Answer translated = new Answer(accepted, everything);
        answer.setResponseResource(translated.of(resource));
        translated.announce(request);
    }

    /** One answer: its parts are translated each for itself. */
    private final class Answer {
        private final AcceptedLanguages accepted;
        private final boolean everything;
        private final Set<String> languages = new TreeSet<>();
        private boolean varies;

        Answer(AcceptedLanguages accepted, boolean everything) {
            this.accepted = accepted;
            this.everything = everything;
        }

        Resource of(Resource resource) {
            if (resource instanceof Bundle bundle) {
                bundle.getEntry().forEach(this::ofEntry);
            } else if (resource instanceof Parameters parameters) {
                parameters.getParameter().stream()
                        .filter(Parameters.ParametersParameterComponent::hasResource)
                        .forEach(parameter -> parameter.setResource(of(parameter.getResource())));
            } else if (resource instanceof OperationOutcome || everything && Translation.applies(resource)) {
                varies = true;
                return accepted.isEmpty() ? resource : translated(resource);
            }
            return resource;
        }

        private void ofEntry(Bundle.BundleEntryComponent entry) {
            if (entry.hasResource()) {
                entry.setResource(of(entry.getResource()));
            }
            if (entry.getResponse().hasOutcome()) {
                entry.getResponse().setOutcome(of(entry.getResponse().getOutcome()));
            }
        }

        private Resource translated(Resource resource) {
            Translation.Translated<Resource> translated = translation.in(accepted, resource);
            translated.language().ifPresent(languages::add);
            return translated.resource();
        }

        void announce(RequestDetails request) {
            if (!languages.isEmpty()) {
                request.getResponse().addHeader("Content-Language", String.join(", ", languages));
            }
            if (varies) {
                request.getResponse().addHeader("Vary", "Accept-Language");
            }
        }
    }
}
