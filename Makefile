# Shorthands for what .ci/run does step by step.
.PHONY: all build test format eval docs check publish

all: build test

build:
	dotnet build ChatLineage.sln --nologo -v quiet

test:
	dotnet test ChatLineage.sln --nologo

# Brings the sources into form; .ci/run only verifies it.
format:
	dotnet format ChatLineage.sln

check:
	dotnet run --project src/ChatLineage.Cli -- knowledge check

eval:
	dotnet run --project src/ChatLineage.Cli -- eval tests/questions --no-model --baseline tests/questions/baseline.json

# Writes docs/commands.md anew from the commands; a test fails when it is out of date.
docs:
	CHATLINEAGE_UPDATE_SNAPSHOTS=1 dotnet test tests/ChatLineage.Cli.Tests --nologo --filter CommandReferenceTests

publish:
	dotnet publish src/ChatLineage.Cli -c Release -o artifacts/chatlineage
