package io.boxoffice.fleet.provider.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Control API: ask for faults, look at those that wait, take them back. */
@RestController
@RequestMapping("/_control/faults")
class FaultController {
    private final Faults faults;

    FaultController(Faults faults) {
        this.faults = faults;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Fault add(@RequestBody Fault.Request request) {
        var fault = request.toFault();
        faults.add(fault);
        return fault;
    }

    @GetMapping
    Map<String, @Nullable Object> all() {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("items", faults.all());
        answer.put("next_cursor", null);
        return answer;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        return faults.remove(id)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }
}
