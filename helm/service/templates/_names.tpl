{{/* The service's name is the alias it is installed under. */}}
{{- define "service.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: boxoffice
app.kubernetes.io/version: {{ .Values.global.imageTag | default .Values.image.tag | default .Chart.AppVersion | quote }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}
{{- define "service.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "service.image" -}}
{{- with .Values.global.imageRegistry }}{{ . }}/{{ end -}}
{{ .Values.image.repository | default (printf "boxoffice/%s-service" .Chart.Name) }}:{{ .Values.image.tag | default .Values.global.imageTag | default .Chart.AppVersion }}
{{- end }}
