package org.emiadi.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/// The form that came with this request; an empty one where none came.
@RequestScoped
class Posted {
    private Form form = Form.empty();

    Form form() {
        return form;
    }

    void take(FormData read) {
        var values = new LinkedHashMap<String, List<String>>();
        read.forEach(name -> values.put(
                name,
                read.get(name).stream()
                        .filter(value -> !value.isFileItem())
                        .map(FormValue::getValue)
                        .toList()));
        form = Form.of(values);
    }
}
