SwaggerUIBundle({ url: "/api/docs/openapi.json", dom_id: "#description", deepLinking: true, validatorUrl: null });
