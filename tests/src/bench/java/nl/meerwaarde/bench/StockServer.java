package nl.meerwaarde.bench;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.interceptor.RequestValidatingInterceptor;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.meerwaarde.tests.support.PlainHapi;
import nl.meerwaarde.tests.support.TestDatabase;

/** HAPI as it comes, with its validation of requests switched on for what is measured: responses, alone and in Bundles. */
public final class StockServer {
    private StockServer() {}

    /** @param arguments port, address of the PostgreSQL database */
    public static void main(String[] arguments) {
        PlainHapi hapi = PlainHapi.without(TestDatabase.postgres(arguments[1]), Integer.parseInt(arguments[0]));
        RequestValidatingInterceptor validation = new RequestValidatingInterceptor() {
            @Override
            public boolean incomingRequestPostProcessed(
                    RequestDetails request, HttpServletRequest servletRequest, HttpServletResponse response) {
                return request.getResourceName() != null
                                && !request.getResourceName().equals("QuestionnaireResponse")
                        || super.incomingRequestPostProcessed(request, servletRequest, response);
            }
        };
        validation.addValidatorModule(hapi.bean(IInstanceValidatorModule.class));
        hapi.bean(RestfulServer.class).registerInterceptor(validation);
    }
}
