@echo off
rem Builds the program when it is missing or older than its sources, then runs it.
rem RAHNAMO_JAVA_OPTS adds options for Java, for example -Xmx1g.
setlocal
set "HOME_DIR=%~dp0"
set "PROGRAM=%HOME_DIR%generator-cli\target\program"
set "JAR=%PROGRAM%\rahnamo.jar"
set "SEEN=%PROGRAM%\sources"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version >nul 2>nul
if errorlevel 1 (
  echo rahnamo: Java 17 or newer is needed. Install it, or set JAVA_HOME to its folder. 1>&2
  exit /b 3
)

if not exist "%JAR%" goto build
call :is_newer generator-cli\src\main && goto build
call :is_newer pack-format\src\main && goto build
call :is_newer templates\theme && goto build
goto run

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo rahnamo: Maven is not installed, and the program is not built yet. 1>&2
  exit /b 3
)
if not exist "%PROGRAM%" mkdir "%PROGRAM%"
echo rahnamo: building the program, the first time takes about a minute ... 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -Dlauncher -pl generator-cli -am package >"%PROGRAM%\build.log" 2>&1
if errorlevel 1 (
  popd
  type "%PROGRAM%\build.log" 1>&2
  echo rahnamo: the program could not be built; the messages above say why. 1>&2
  exit /b 3
)
popd
copy /y "%HOME_DIR%generator-cli\target\launcher\rahnamo.jar" "%JAR%" >nul || exit /b 3
call :remember generator-cli\src\main
call :remember pack-format\src\main
call :remember templates\theme

:run
"%JAVA%" -Xshare:auto -XX:+UseSerialGC -Xmx384m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %RAHNAMO_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Succeeds if a file of the folder is newer than its copy of the last build.
:is_newer
xcopy "%HOME_DIR%%~1" "%SEEN%\%~1" /d /l /s /y /i 2>nul | findstr /c:"\\" >nul
exit /b %ERRORLEVEL%

:remember
xcopy "%HOME_DIR%%~1" "%SEEN%\%~1" /d /s /y /i /q >nul
exit /b 0
