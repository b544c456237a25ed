@echo off
rem Builds the program when it is missing or older than its sources, then runs it.
rem RAHNAMO_JAVA_OPTS adds options for Java, for example -Xmx1g.
setlocal
set "HOME_DIR=%~dp0"
set "PROGRAM=%HOME_DIR%generator-cli\target\program"
set "JAR=%PROGRAM%\rahnamo.jar"
set "MAKER=%PROGRAM%\rahnamo-app-maker.jar"
set "SEEN=%PROGRAM%\sources"
set "CLASSES=%JAR%"

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
if errorlevel 1 (
  echo rahnamo: the program is not built, and this folder cannot be written: %PROGRAM% 1>&2
  exit /b 3
)
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
rem Copied beside the old file first: half a copy must never be the program.
copy /y "%HOME_DIR%generator-cli\target\launcher\rahnamo.jar" "%JAR%.new" >nul && move /y "%JAR%.new" "%JAR%" >nul
if errorlevel 1 (
  echo rahnamo: the program was built, but could not be put into %PROGRAM% 1>&2
  echo   If another rahnamo is running, end it and start this one again. 1>&2
  exit /b 3
)
set "REMEMBERED=yes"
call :remember generator-cli\src\main || set "REMEMBERED=no"
call :remember pack-format\src\main || set "REMEMBERED=no"
call :remember templates\theme || set "REMEMBERED=no"
rem What makes apps goes with the program that it was built with.
if exist "%MAKER%" del "%MAKER%"
if "%REMEMBERED%"=="no" echo rahnamo: the sources could not be copied to %SEEN%, so the next start builds again. 1>&2

:run
if not "%~1"=="apk" goto start
set "CLASSES=%JAR%;%MAKER%"
if not exist "%MAKER%" goto build_maker
call :is_newer android-shell\apk-tools\src\main && goto build_maker
call :is_newer android-shell\app\src\main && goto build_maker
call :is_newer android-shell\app-maker\src\main && goto build_maker
goto start

:build_maker
where mvn >nul 2>nul
if errorlevel 1 (
  echo rahnamo: Maven is not installed, and what makes apps is not built yet. 1>&2
  exit /b 3
)
echo rahnamo: building what makes apps, the first time takes some minutes and fetches about 70 MB ... 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -Dlauncher -pl android-shell/app-maker -am package >"%PROGRAM%\build.log" 2>&1
if errorlevel 1 (
  popd
  type "%PROGRAM%\build.log" 1>&2
  echo rahnamo: what makes apps could not be built; the messages above say why. 1>&2
  exit /b 3
)
popd
copy /y "%HOME_DIR%android-shell\app-maker\target\launcher\rahnamo-app-maker.jar" "%MAKER%.new" >nul && move /y "%MAKER%.new" "%MAKER%" >nul
if errorlevel 1 (
  echo rahnamo: what makes apps was built, but could not be put into %PROGRAM% 1>&2
  exit /b 3
)
call :remember android-shell\apk-tools\src\main
call :remember android-shell\app\src\main
call :remember android-shell\app-maker\src\main

:start
"%JAVA%" -Xshare:auto -XX:+UseSerialGC -Xmx384m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %RAHNAMO_JAVA_OPTS% -cp "%CLASSES%" rahnamo.cli.Main %*
exit /b %ERRORLEVEL%

rem Succeeds if a file of the folder is newer than its copy of the last build.
:is_newer
xcopy "%HOME_DIR%%~1" "%SEEN%\%~1" /d /l /s /y /i 2>nul | findstr /c:"\\" >nul
exit /b %ERRORLEVEL%

:remember
xcopy "%HOME_DIR%%~1" "%SEEN%\%~1" /d /s /y /i /q >nul
exit /b %ERRORLEVEL%
